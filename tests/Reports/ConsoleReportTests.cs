using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Reports;
using Spectre.Console;

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
    public Task A_violation_fits_80_columns() => Verify(Rendered(SampleResults.Violation, width: 80));

    [Test]
    public Task A_hand_in_cannot_write_over_the_report() => Verify(Rendered(SampleResults.Hostile));

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
    public void Whatever_a_hand_in_says_the_report_can_show_it([Values(0x0000, 0x1F000, 0x2FF00, 0xE0000, 0x10FF00)] int from)
    {
        var everything = string.Concat(Enumerable.Range(from, from == 0 ? 0x10000 : 0x100).Select(n => n <= char.MaxValue ? ((char)n).ToString() : char.ConvertFromUtf32(n)));
        var exercise = SampleResults.Violation.Exercises.Single();
        var checks = exercise.Checks.Select(c => c with { Message = everything }).ToEquatableArray();

        Assert.That(() => Rendered(SampleResults.Violation with { Exercises = [exercise with { Checks = checks, Output = new ProgramOutput(everything, "", 0) }] }), Throws.Nothing);
    }

    [Test]
    public void A_console_without_unicode_gets_words_for_marks()
    {
        var console = Console(100, out var writer);
        console.Profile.Capabilities.Unicode = false;

        new ConsoleReport(console).Write(SampleResults.Violation);

        Assert.That(writer.ToString(), Does.Contain("  no 0/4  No ticket").And.Contain("  ok 1/1  Each buyer").And.Not.Contain("✗"));
    }

    [Test]
    public void A_token_too_long_to_copy_is_left_to_the_JSON_and_the_way_there_is_told()
    {
        var exercise = SampleResults.Violation.Exercises.Single();
        var endless = exercise.Checks.Select(c => c.Replay is null ? c : c with { Replay = new string('x', 2_001) }).ToEquatableArray();

        var text = Rendered(SampleResults.Violation with { Exercises = [exercise with { Checks = endless }] });

        Assert.That(text, Does.Contain("kit replay @TOKEN.txt").And.Not.Contain("xxxx"));
    }

    private static string Rendered(GradeResult result, int width = 100)
    {
        new ConsoleReport(Console(width, out var writer)).Write(result);
        return writer.ToString().ReplaceLineEndings("\n").TrimEnd('\n');
    }

    private static IAnsiConsole Console(int width, out StringWriter writer)
    {
        writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
