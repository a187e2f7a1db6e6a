using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Reports;
using ExerciseKit.Tests.Texts;
using Spectre.Console;
using Spectre.Console.Testing;

namespace ExerciseKit.Tests.Reports;

public sealed class ConsoleReportTests
{
    [Test]
    public Task A_passed_exercise_takes_a_line_a_check() => Verify(Rendered(SampleResults.Passed));

    [Test]
    public Task A_violation_shows_the_interleaving_that_breaks_it() => Verify(Rendered(SampleResults.Violation));

    [Test]
    public Task An_interleaving_that_breaks_two_checks_is_shown_once() => Verify(Rendered(SampleResults.TwoViolations));

    [Test]
    public Task A_deadlock_shows_who_waits_for_whom() => Verify(Rendered(SampleResults.Deadlock));

    [Test]
    public Task A_compile_error_is_told_with_its_place() => Verify(Rendered(SampleResults.CompileError));

    [Test]
    public Task A_fault_of_the_grader_is_no_mark() => Verify(Rendered(SampleResults.Fault));

    [Test]
    public Task A_violation_is_told_in_Chinese() => Verify(Rendered(SampleResults.Violation, language: Language.Chinese));

    [Test]
    public Task A_deadlock_is_told_in_Chinese() => Verify(Rendered(SampleResults.Deadlock, language: Language.Chinese));

    [Test]
    public void What_the_report_itself_says_is_in_one_language([Values] Language language)
    {
        foreach (var result in (GradeResult[])[SampleResults.Violation, SampleResults.Deadlock])
        {
            var text = Rendered(result, width: 200, language: language);
            if (language == Language.Chinese)
                Assert.That(ChineseReading.EnglishIn(text, new HashSet<string> { "buyer", "sees", "bought", "a", "ticket", "transfer", "acquire", "account", "acquired", "waits", "sleep", "over", "replay", "ticket-sale" }), Is.Empty);
            else
                Assert.That(ChineseReading.IsIn(text), Is.False);
        }
    }

    [Test]
    public Task A_violation_fits_80_columns() => Verify(Rendered(SampleResults.Violation, width: 80));

    [Test]
    public Task A_hand_in_cannot_write_over_the_report() => Verify(Rendered(SampleResults.Hostile));

    [Test]
    public void How_many_inputs_a_proof_covers_is_told_and_what_bounds_proofs_stands_once_below_them()
    {
        var exercise = SampleResults.Passed.Exercises.Single();
        CheckResult Proved(string title, string? bound) => exercise.Checks[0] with { Title = title, Scenario = "one; two; three", Bound = bound };

        var text = Rendered(SampleResults.Passed with { Exercises = [exercise with { Checks = [Proved("A", "within a"), Proved("B", "for b"), Proved("C", "within a"), Proved("D", null)] }] });

        Assert.That(text, Does.Match(@"A \(proved\*: every interleaving of 3 inputs, [^)]*\)[^*]*B \(proved\*\*: [^)]*\)[^*]*C \(proved\*: [^)]*\)[^*]*D \(proved: [^)]*\)\s+\* within a\s+\*\* for b\s"));
    }

    [Test]
    public void A_helper_that_serves_two_purposes_tells_who_calls_it_and_one_in_another_file_that_only()
    {
        var exercise = SampleResults.Violation.Exercises.Single();
        TimelineStep Step(string what, string file, int line, Caller? caller) => new(1, "main", what, "", new CallSite(file, line) { Caller = caller }, 0);
        var check = exercise.Checks.First(c => c.Timeline.Count > 0) with
        {
            Timeline = [Step("A", "Own.cs", 5, new("Own.cs", 7)), Step("B", "Own.cs", 5, new("Own.cs", 8)), Step("C", "Own.cs", 6, new("Own.cs", 8)), Step("D", "Given.cs", 2, new("Own.cs", 9))],
        };

        var text = Rendered(SampleResults.Violation with { Exercises = [exercise with { Checks = [check] }] });

        Assert.That(text, Does.Match(@"A +Own\.cs:5, from 7\n.*B +Own\.cs:5, from 8\n.*C +Own\.cs:6\n.*D +Own\.cs:9\n"));
    }

    [Test]
    public void No_line_is_wider_than_the_console_nor_ends_in_blanks([Values(60, 80, 100, 160)] int width)
    {
        foreach (var line in SampleResults.All.SelectMany(result => Rendered(result, width).Split('\n')))
        {
            Assert.That(line.GetCellWidth(), Is.LessThanOrEqualTo(width), line);
            Assert.That(line, Is.EqualTo(line.TrimEnd()));
        }
    }

    [Test]
    public void Nothing_of_a_hand_in_reaches_the_terminal_as_a_control_character()
    {
        var text = Rendered(SampleResults.Hostile);

        Assert.That(text.Where(c => char.IsControl(c) && c != '\n'), Is.Empty);
        Assert.That(text, Does.Not.Contain('\u202E'));
    }

    [Test]
    public void What_looks_like_markup_is_shown_as_it_is()
    {
        static string Of(string field) => $":bug: [red]{field}[/] [[";
        var exercise = SampleResults.Violation.Exercises.Single();
        var step = exercise.Checks.SelectMany(c => c.Timeline).First() with { Agent = Of("agent"), Operation = Of("operation"), Result = Of("result") };
        var check = exercise.Checks.First(c => c.Timeline.Count > 0) with { Title = Of("check"), Message = Of("message"), Scenario = Of("scenario"), Hint = Of("hint"), Cycle = [Of("cycle")], Timeline = [step] };

        var text = Rendered(SampleResults.Violation with { Exercises = [exercise with { Title = Of("title"), Checks = [check], Output = new ProgramOutput(Of("output"), "", 0) }] }, width: 200);

        foreach (var field in (string[])["title", "check", "message", "scenario", "hint", "cycle", "agent", "operation", "result", "output"])
            Assert.That(text, Does.Contain(Of(field)));
    }

    [Test]
    public void Whatever_a_hand_in_says_the_report_can_show_it([Values(0x0000, 0x1F000, 0x2FF00, 0xE0000, 0x10FF00)] int from)
    {
        var everything = string.Concat(Enumerable.Range(from, from == 0 ? 0x10000 : 0x100).Select(n => n <= char.MaxValue ? ((char)n).ToString() : char.ConvertFromUtf32(n)));
        var exercise = SampleResults.Violation.Exercises.Single();
        var checks = exercise.Checks.Select(c => c with { Message = everything }).ToEquatableArray();

        Assert.That(() => Rendered(SampleResults.Violation with { Exercises = [exercise with { Checks = checks, Output = new ProgramOutput(everything, "", 0) }] }), Throws.Nothing);
    }

    // What is wide, what is seen as one character however long it is, and what makes a text wider than its characters are.
    [Test]
    public void However_narrow_the_console_the_report_ends([Values("\u957F", "\u1100", "\u0E33", "\u0D4E", "1\u1161\uFE0F", "\u2764\uFE0F", "\U0001F468\u200D")] string character)
    {
        var everything = string.Concat(Enumerable.Repeat(character, 120));
        var exercise = SampleResults.Violation.Exercises.Single();
        var checks = exercise.Checks.Select(c => c with { Title = everything, Message = everything, Timeline = [.. c.Timeline.Select(s => s with { Agent = everything, Operation = everything })] });
        var result = SampleResults.Violation with { Exercises = [exercise with { Checks = [.. checks], Output = new ProgramOutput(everything, "", 0) }] };

        // All widths on which a column comes or goes, and some between.
        foreach (var width in Enumerable.Range(20, 106).Where(w => w < 32 || w % 7 == 0))
            Assert.That(Rendered(result, width).Split('\n').Max(line => line.GetCellWidth()), Is.LessThanOrEqualTo(width));
    }

    [Test]
    public void A_console_without_unicode_gets_words_for_marks()
    {
        using var console = new TestConsole().Width(100);
        console.Profile.Capabilities.Unicode = false;

        new ConsoleReport(console).Write(SampleResults.Violation);

        Assert.That(console.Output, Does.Contain("  no 0/4  No ticket").And.Contain("  ok 1/1  Each buyer").And.Not.Contain("✗"));
    }

    [Test]
    public void A_token_too_long_to_copy_is_left_to_the_JSON_and_the_way_there_is_told()
    {
        var exercise = SampleResults.Violation.Exercises.Single();
        var endless = exercise.Checks.Select(c => c.Replay is null ? c : c with { Replay = new string('x', 2_001) }).ToEquatableArray();

        var text = Rendered(SampleResults.Violation with { Exercises = [exercise with { Checks = endless }] });

        Assert.That(text, Does.Contain("kit replay @TOKEN.txt").And.Not.Contain("xxxx"));
    }

    private static string Rendered(GradeResult result, int width = 100, Language language = Language.English)
    {
        using var console = new TestConsole().Width(width);
        new ConsoleReport(console, language: language).Write(result);
        return console.Output.TrimEnd('\n');
    }
}
