using System.Globalization;
using System.Text;
using System.Xml;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports.Formats;

/// <summary>JUnit XML, as GitLab, Jenkins and Azure read it: a suite for each exercise, a case for each check.</summary>
internal static class JUnitFormat
{
    private const int MostOutputChars = 8_000;

    public static string Of(GradeResult result, FormatContext context)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(new XmlText(text), XmlText.Settings))
        {
            xml.WriteStartElement("testsuites");
            Counts(xml, "ExerciseKit", result.Exercises.SelectMany(e => e.Checks).ToEquatableArray(), result.Timing.TotalMs / 1000);
            foreach (var exercise in result.Exercises)
                Suite(xml, result, exercise, context.Language);
            xml.WriteEndElement();
        }

        return text.Append('\n').ToString();
    }

    private static void Suite(XmlWriter xml, GradeResult result, ExerciseResult exercise, Language language)
    {
        xml.WriteStartElement("testsuite");
        Counts(xml, FormatText.Title(exercise.Id), exercise.Checks, FlatChecks.SecondsOf(result, exercise) * exercise.Checks.Count);
        foreach (var check in exercise.Checks)
            Case(xml, exercise, check, FlatChecks.SecondsOf(result, exercise), language);
        if (CheckText.Of(exercise.Output, MostOutputChars, language) is { Length: > 0 } output)
            xml.WriteElementString("system-out", output);
        if (FlatChecks.NoMark(result, language) is { } why)
            xml.WriteElementString("system-err", why);
        xml.WriteEndElement();
    }

    private static void Case(XmlWriter xml, ExerciseResult exercise, CheckResult check, double seconds, Language language)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", FormatText.Title(check.Title.In(language)));
        xml.WriteAttributeString("classname", FormatText.Title(exercise.Id));
        xml.WriteAttributeString("time", Seconds(seconds));
        if (check.Status != CheckStatus.Passed)
        {
            // A fault of the grader, or what it has not come to, is no failure of the student's.
            xml.WriteStartElement(check.Status == CheckStatus.Failed ? "failure" : "error");
            xml.WriteAttributeString("message", FormatText.Cut(FormatText.Line(check.Message.In(language)), 500, language));
            xml.WriteAttributeString("type", Words.Of(check.Verdict));
            xml.WriteString($"{FlatChecks.Points(check.Points, check.MaxPoints, language)}\n{CheckText.Of(check, language)}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Counts(XmlWriter xml, string name, EquatableArray<CheckResult> checks, double seconds)
    {
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("tests", Number(checks.Count));
        xml.WriteAttributeString("failures", Number(checks.Count(c => c.Status == CheckStatus.Failed)));
        xml.WriteAttributeString("errors", Number(checks.Count(c => c.Status is CheckStatus.Error or CheckStatus.Pending)));
        xml.WriteAttributeString("time", Seconds(seconds));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(double seconds) => seconds.ToString("0.###", CultureInfo.InvariantCulture);
}
