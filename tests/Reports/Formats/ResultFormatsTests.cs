using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Reports.Formats;

namespace ExerciseKit.Tests.Reports.Formats;

public sealed class ResultFormatsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, string> Variables = new()
    {
        ["CLASSROOM"] = "cs101",
        ["ASSIGNMENT"] = "week3",
        ["USERNAME"] = "ann",
        ["SUBMISSION_TAG"] = "submit/2026-11-30T12-00-00Z-abc1234",
        ["COMMIT_URL"] = "https://example.org/c",
        ["RELEASE_URL"] = "https://example.org/r",
        ["REVIEW_URL"] = "https://example.org/v",
    };

    private static readonly FormatContext Context = new((exercise, file) => file == "TicketFile.cs" ? null : $"exercises/{exercise}/{file}", Variables.GetValueOrDefault, Now);

    private static IEnumerable<string> Names => ResultFormats.Names;

    private static IEnumerable<string> JsonNames => ["check50", "classroom50", "ctrf", "exercism", "gitlab", "gradescope", "prairielearn"];

    private static readonly string[] Odd =
    [
        "</script><script>alert(1)</script>",
        "]]><x/>",
        "::error file=a::b",
        "=cmd|' /C calc'!A0",
        "two\nlines\r\nand more",
        "\u001b[2J\u001b]0;x\u0007 \u202Eeman \u0000 \uFFFE",
        new string('n', 10_000),
        "`` ``` ```` | <b> @everyone [a](javascript:b) # x",
    ];

    [TestCaseSource(nameof(Names))]
    public async Task Each_format_is_as_it_was_looked_at(string format) => await Verify(Write(format, SampleResults.Violation));

    [TestCaseSource(nameof(JsonNames))]
    public void Json_is_json_whatever_stands_in_names_and_keeps_each_of_them_to_be_seen(string format)
    {
        var text = Write(format, Hostile);
        var strings = Strings(JsonNode.Parse(text)!).ToList();

        Assert.That(text, Does.Not.Contain("<").And.Not.Contain("\u001b").And.Not.Contain("\\u001b").And.Not.Contain("\\u001B").And.Not.Contain("\u202E"));
        AssertSeen(string.Join('\n', strings));
        Assert.That(strings.Max(s => s.Length), Is.LessThan(100_000));
    }

    [Test]
    public void JUnit_xml_is_read_back_whatever_stands_in_names()
    {
        var suites = XDocument.Parse(Write("junit", Hostile)).Root!;

        Assert.That(suites.Elements("testsuite").Elements("testcase").Count(), Is.EqualTo(Odd.Length));
        Assert.That(((int)suites.Attribute("tests")!, (int)suites.Attribute("failures")!, (int)suites.Attribute("errors")!), Is.EqualTo((Odd.Length, Odd.Length, 0)));
        AssertSeen(string.Join('\n', suites.Descendants("testcase").Select(c => (string?)c.Attribute("name") + c.Value)));
    }

    [Test]
    public void Trx_is_read_back_whatever_stands_in_names()
    {
        XNamespace ns = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
        var run = XDocument.Parse(Write("trx", Hostile)).Root!;
        var results = run.Descendants(ns + "UnitTestResult").ToList();

        Assert.That(results.Select(r => (string)r.Attribute("outcome")!), Is.All.EqualTo("Failed").And.Exactly(Odd.Length).Items);
        Assert.That(results.Select(r => Guid.Parse((string)r.Attribute("testId")!)), Is.EquivalentTo(run.Descendants(ns + "UnitTest").Select(t => Guid.Parse((string)t.Attribute("id")!))).And.Unique);
        AssertSeen(string.Join('\n', results.Select(r => (string?)r.Attribute("testName") + r.Value)));
    }

    [Test]
    public void GitHub_sees_one_command_a_line_and_no_more_than_it_shows()
    {
        var lines = Write("github", Hostile).TrimEnd('\n').Split('\n');

        Assert.That(lines, Has.Length.EqualTo(Odd.Length).And.All.StartsWith("::error "));
        Assert.That(lines, Is.All.Match("^[^\\p{Cc}]*::[^\\p{Cc}]+$"));
        // What a runner makes of it.
        AssertSeen(string.Join('\n', lines.Select(l => Decoded(l[8..]))));
    }

    [Test]
    public void GitHub_marks_the_line_that_fails_and_says_what_it_has_no_room_for()
    {
        Assert.That(Write("github", SampleResults.CompileError), Does.StartWith("::error file=exercises/01-spawn/Spawn.cs,line=12,title=01-spawn::Does not compile: Spawn.cs:12: error CS1002"));
        Assert.That(Write("github", SampleResults.CompileError).TrimEnd('\n').Split('\n'), Has.Length.EqualTo(1), "It is one thing to mend.");

        var many = With(Enumerable.Range(1, 25).Select(i => Failed($"c{i}", $"Check {i}")));
        var lines = Write("github", many).TrimEnd('\n').Split('\n');

        Assert.That(lines, Has.Length.EqualTo(10));
        Assert.That(lines[^1], Does.Contain("16 more checks did not pass"));
    }

    [Test]
    public void Markdown_keeps_what_is_odd_in_fences_and_entities()
    {
        var text = Write("markdown", Hostile);

        // What stands between two fences is shown as it is.
        var (outside, fence) = (new List<string>(), "");
        foreach (var line in text.Split('\n'))
        {
            if (fence.Length == 0 && line.StartsWith("```", StringComparison.Ordinal))
                fence = line[..^"text".Length];
            else if (line == fence)
                fence = "";
            else if (fence.Length == 0)
                outside.Add(line);
        }

        Assert.That(fence, Is.Empty, "A fence was closed by what stood in it.");
        Assert.That(string.Join('\n', outside), Does.Not.Contain("<").And.Not.Contain("@everyone"));
        Assert.That(text, Does.Contain("&lt;/script&gt;").And.Contain("\n`````text\n").And.Not.Contain("\u001b"));
    }

    [Test]
    public void A_step_summary_stays_within_what_GitHub_takes_and_says_what_is_left_out()
    {
        var exercise = With(Enumerable.Range(1, 30).Select(i => Failed($"c{i}", $"Check {i}") with { Message = new string('m', 9_000) })).Exercises[0];
        var result = SampleResults.Violation with { Exercises = [.. Enumerable.Range(1, 20).Select(i => exercise with { Id = $"{i:00}-x" })] };

        var text = Write("github-summary", result);

        Assert.That(Encoding.UTF8.GetByteCount(text), Is.LessThanOrEqualTo(1 << 20));
        Assert.That(text, Does.Match("_\\d+ more exercises are left out here"));
        Assert.That(Write("markdown", result), Does.Contain("20-x".Replace("-", "\\-", StringComparison.Ordinal)));
    }

    [Test]
    public void PrairieLearn_and_Exercism_stay_within_their_lengths()
    {
        var many = With(Enumerable.Range(1, 150).Select(i => Failed($"c{i}", $"Check {i}") with { Message = new string('m', 70_000) })) with { };
        var output = many with { Exercises = [many.Exercises[0] with { Output = new ProgramOutput(new string('o', 4_000), new string('p', 4_000), 99_999) }] };

        Assert.That(Encoding.UTF8.GetByteCount(Write("prairielearn", output)), Is.LessThanOrEqualTo(1_000_000));
        var tests = JsonNode.Parse(Write("exercism", output))!["tests"]!.AsArray();
        Assert.That(tests.Select(t => t!["message"]!.GetValue<string>().Length), Is.All.LessThanOrEqualTo(65_535));
        Assert.That(tests.Select(t => t!["output"]!.GetValue<string>()), Is.All.Length.LessThanOrEqualTo(500).And.All.Contains("characters left out"));
    }

    [Test]
    public void Where_the_grader_failed_no_format_draws_a_mark()
    {
        Assert.That(Json("prairielearn")["gradable"]!.GetValue<bool>(), Is.False);
        Assert.That(Json("gradescope").AsObject().ContainsKey("score"), Is.False);
        Assert.That(Json("gradescope")["tests"]!.AsArray().Select(t => t!.AsObject().ContainsKey("score")), Is.All.False);
        Assert.That(Json("exercism")["status"]!.GetValue<string>(), Is.EqualTo("error"));
        Assert.That(Json("check50")["results"]!.AsArray().Select(r => r!["passed"]).Last(), Is.Null);
        Assert.That(Json("ctrf")["results"]!["summary"]!["other"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That(XDocument.Parse(Write("junit", SampleResults.Fault)).Descendants("error").Count(), Is.EqualTo(1));
        Assert.That(() => Write("classroom50", SampleResults.Fault), Throws.TypeOf<GraderFaultException>());
        Assert.That(Write("github", SampleResults.Fault), Does.StartWith("::error title=The grader failed::"));

        static JsonNode Json(string format) => JsonNode.Parse(Write(format, SampleResults.Fault))!;
    }

    [Test]
    public void A_time_out_is_told_as_a_limit_and_takes_no_other_result_with_it()
    {
        var result = With([Failed("slow", "It ends") with { Verdict = Verdict.Hang, Message = "A loop went round 50,000,000 times." }, new CheckResult("fine", "It is fine", CheckStatus.Passed, Verdict.Passed, 3, 3, "Held.")]);

        Assert.That(XDocument.Parse(Write("junit", result)).Descendants("failure").Single().Attribute("type")!.Value, Is.EqualTo("hang"));
        Assert.That(JsonNode.Parse(Write("exercism", result))!["status"]!.GetValue<string>(), Is.EqualTo("fail"));
        Assert.That(JsonNode.Parse(Write("gradescope", result))!["score"]!.GetValue<int>(), Is.EqualTo(3));
    }

    [Test]
    public void Classroom50_needs_what_its_runner_sets_and_says_which()
    {
        var context = Context with { Variable = name => name == "USERNAME" ? "" : Variables.GetValueOrDefault(name) };

        Assert.That(() => ResultFormats.Write("classroom50", SampleResults.Violation, context), Throws.TypeOf<BadInputException>().With.Message.Contains("USERNAME"));
        var json = JsonNode.Parse(Write("classroom50", SampleResults.Violation))!;
        Assert.That(json["schema"]!.GetValue<string>(), Is.EqualTo("classroom50/result/v1"));
        Assert.That((json["score"]!.GetValue<int>(), json["max-score"]!.GetValue<int>()), Is.EqualTo((SampleResults.Violation.Score, SampleResults.Violation.MaxScore)));
        Assert.That(json["tests"]!.AsArray().Sum(t => t!["score"]!.GetValue<int>()), Is.EqualTo(SampleResults.Violation.Score));
        Assert.That(json["datetime"]!.GetValue<string>(), Is.EqualTo("2026-11-30T12:00:00Z"));
    }

    [Test]
    public void Ctrf_has_what_its_schema_needs_and_nothing_that_it_does_not_know()
    {
        // From the npm package ctrf 0.3.0, dist/ctrf-schema-0.0.json: what its tests and its summary must and may have.
        string[] needed = ["name", "status", "duration"];
        string[] known = [.. needed, "message", "trace", "filePath", "line", "extra"];
        var results = JsonNode.Parse(Write("ctrf", Hostile))!["results"]!;

        foreach (var test in results["tests"]!.AsArray())
        {
            Assert.That(needed, Is.SubsetOf(test!.AsObject().Select(f => f.Key)));
            Assert.That(test!.AsObject().Select(f => f.Key), Is.SubsetOf(known));
            Assert.That(test["status"]!.GetValue<string>(), Is.AnyOf("passed", "failed", "skipped", "pending", "other"));
        }

        Assert.That(results["summary"]!.AsObject().Select(f => f.Key), Is.EquivalentTo(["tests", "passed", "failed", "pending", "skipped", "other", "start", "stop"]));
    }

    [Test]
    public void GitLab_tells_each_finding_apart_and_where_it_is()
    {
        var issues = JsonNode.Parse(Write("gitlab", SampleResults.TwoViolations))!.AsArray();

        Assert.That(issues.Select(i => i!["fingerprint"]!.GetValue<string>()), Is.Unique.And.All.Match("^[0-9a-f]{64}$"));
        Assert.That(issues[1]!["location"]!.ToJsonString(), Is.EqualTo("""{"path":"exercises/07-ticket-sale/TicketSale.cs","lines":{"begin":40}}"""));
        Assert.That(JsonNode.Parse(Write("gitlab", SampleResults.Passed))!.AsArray(), Is.Empty);
    }

    private static GradeResult Hostile => With(Odd.Select((name, i) => Failed($"{name}{i}", name) with { Message = name, Hint = name, Scenario = name, Cycle = [name], Timeline = [new(1, name, name, name, new ExerciseKit.Contract.CallSite("TicketSale.cs", 7), 0)] }));

    private static CheckResult Failed(string id, string title) => new(id, title, CheckStatus.Failed, Verdict.Violation, 0, 1, "It did not hold.");

    private static GradeResult With(IEnumerable<CheckResult> checks) =>
        SampleResults.Violation with { Exercises = [SampleResults.Violation.Exercises[0] with { Checks = [.. checks] }] };

    private static string Write(string format, GradeResult result) => ResultFormats.Write(format, result, Context);

    private static void AssertSeen(string text)
    {
        foreach (var part in (string[])["</script>", "]]>", "::error file=a::b", "=cmd|", "lines and more", "␛[2J", "\\u{202E}eman", "nnnnnnnnnn", "characters left out"])
            Assert.That(text, Does.Contain(part));
    }

    private static string Decoded(string command) => Uri.UnescapeDataString(command);

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(f => Strings(f.Value)),
        JsonArray a => a.SelectMany(Strings),
        JsonValue v when v.GetValueKind() == JsonValueKind.String => [v.GetValue<string>()],
        _ => [],
    };
}
