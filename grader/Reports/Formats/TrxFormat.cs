using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports.Formats;

/// <summary>TRX, the test results of Visual Studio and Azure.</summary>
internal static class TrxFormat
{
    private const string Space = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
    private const string UnitTest = "13cdc9d9-ddb5-4fa4-a97d-d965ccfc6d4b";
    private const string List = "8c84fa94-04c1-424b-9868-57a2d4851a1d";

    public static string Of(GradeResult result, FormatContext context)
    {
        var text = new StringBuilder();
        var checks = FlatChecks.Of(result).ToList();
        var (start, stop) = (context.Now.AddMilliseconds(-result.Timing.TotalMs), context.Now);
        using (var xml = XmlWriter.Create(new XmlText(text), XmlText.Settings))
        {
            xml.WriteStartElement("TestRun", Space);
            xml.WriteAttributeString("id", Id("run", result.SubmissionHash));
            xml.WriteAttributeString("name", "ExerciseKit");
            Element(xml, "Times", ("creation", Time(start)), ("queuing", Time(start)), ("start", Time(start)), ("finish", Time(stop)));
            xml.WriteStartElement("Results");
            foreach (var (exercise, check) in checks)
                Result(xml, exercise, check, TimeSpan.FromSeconds(FlatChecks.SecondsOf(result, exercise)), start, context.Language);
            xml.WriteEndElement();
            xml.WriteStartElement("TestDefinitions");
            foreach (var (exercise, check) in checks)
                Definition(xml, exercise, check, context.Language);
            xml.WriteEndElement();
            xml.WriteStartElement("TestEntries");
            foreach (var (exercise, check) in checks)
                Element(xml, "TestEntry", ("testId", TestId(exercise, check)), ("executionId", ExecutionId(exercise, check)), ("testListId", List));
            xml.WriteEndElement();
            xml.WriteStartElement("TestLists");
            Element(xml, "TestList", ("name", "Results Not in a List"), ("id", List));
            xml.WriteEndElement();
            Summary(xml, result, [.. checks.Select(c => c.Check)], context.Language);
            xml.WriteEndElement();
        }

        return text.Append('\n').ToString();
    }

    private static void Result(XmlWriter xml, ExerciseResult exercise, CheckResult check, TimeSpan took, DateTimeOffset start, Language language)
    {
        xml.WriteStartElement("UnitTestResult");
        Attributes(
            xml,
            ("executionId", ExecutionId(exercise, check)),
            ("testId", TestId(exercise, check)),
            ("testName", FlatChecks.NameOf(exercise, check, language)),
            ("computerName", "kit"),
            ("duration", took.ToString(@"hh\:mm\:ss\.fffffff", CultureInfo.InvariantCulture)),
            ("startTime", Time(start)),
            ("endTime", Time(start + took)),
            ("testType", UnitTest),
            ("outcome", Outcome(check)),
            ("testListId", List),
            ("relativeResultsDirectory", ExecutionId(exercise, check)));
        if (check.Status != CheckStatus.Passed)
        {
            xml.WriteStartElement("Output");
            xml.WriteStartElement("ErrorInfo");
            xml.WriteElementString("Message", $"{FlatChecks.Points(check.Points, check.MaxPoints, language)}\n{CheckText.Of(check, language)}");
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Definition(XmlWriter xml, ExerciseResult exercise, CheckResult check, Language language)
    {
        xml.WriteStartElement("UnitTest");
        Attributes(xml, ("name", FlatChecks.NameOf(exercise, check, language)), ("storage", "kit"), ("id", TestId(exercise, check)));
        Element(xml, "Execution", ("id", ExecutionId(exercise, check)));
        Element(xml, "TestMethod", ("codeBase", "kit"), ("adapterTypeName", "executor://exercisekit/"), ("className", FormatText.Title(exercise.Id)), ("name", FormatText.Title(check.Id)));
        xml.WriteEndElement();
    }

    private static void Summary(XmlWriter xml, GradeResult result, IReadOnlyList<CheckResult> checks, Language language)
    {
        xml.WriteStartElement("ResultSummary");
        var (passed, failed) = (checks.Count(c => c.Status == CheckStatus.Passed), checks.Count(c => c.Status == CheckStatus.Failed));
        xml.WriteAttributeString("outcome", !result.Gradable ? "Error" : passed == checks.Count ? "Completed" : "Failed");
        var other = checks.Count - passed - failed;
        Element(xml, "Counters", ("total", Number(checks.Count)), ("executed", Number(passed + failed)), ("passed", Number(passed)), ("failed", Number(failed)), ("error", Number(other)));
        if (FlatChecks.NoMark(result, language) is { } why)
        {
            xml.WriteStartElement("RunInfos");
            xml.WriteStartElement("RunInfo");
            Attributes(xml, ("computerName", "kit"), ("outcome", "Error"), ("timestamp", "0001-01-01T00:00:00Z"));
            xml.WriteElementString("Text", why);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Outcome(CheckResult check) => check.Status switch
    {
        CheckStatus.Passed => "Passed",
        CheckStatus.Failed => "Failed",
        CheckStatus.Pending => "NotExecuted",
        _ => "Error",
    };

    private static void Element(XmlWriter xml, string name, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(name);
        Attributes(xml, attributes);
        xml.WriteEndElement();
    }

    private static void Attributes(XmlWriter xml, params (string Name, string Value)[] attributes)
    {
        foreach (var (name, value) in attributes)
            xml.WriteAttributeString(name, value);
    }

    private static string TestId(ExerciseResult exercise, CheckResult check) => Id("test", $"{exercise.Id}/{check.Id}");

    private static string ExecutionId(ExerciseResult exercise, CheckResult check) => Id("execution", $"{exercise.Id}/{check.Id}");

    // The same result gives the same file.
    private static string Id(string kind, string of) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind} {of}")).AsSpan(0, 16)).ToString();

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
