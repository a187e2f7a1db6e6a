using ExerciseKit.Contract.Results;
using ExerciseKit.Reports;
using Spectre.Console;
using Spectre.Console.Testing;

namespace ExerciseKit.Tests.Reports;

public sealed class ReplayReportTests
{
    private static readonly ReplayResult Shown = Of(SampleResults.Violation.Exercises[0].Checks[1]);

    private static readonly ReplayResult Left = Shown with
    {
        Check = Shown.Check with { Status = CheckStatus.Error, Timeline = [.. Shown.Check.Timeline.Take(4)] },
        Divergence = new ReplayDivergence(5, "buyer 1: Thread.Sleep 0.5 s", "buyer 1: ProcessLock.Acquire at TicketSale.cs:33"),
    };

    [Test]
    public Task A_fault_that_shows_again_is_told_as_it_was() => Verify(Rendered(Shown));

    [Test]
    public Task A_deadlock_that_shows_again_shows_who_waits_for_whom() => Verify(Rendered(Of(SampleResults.Deadlock.Exercises[0].Checks[0])));

    [Test]
    public Task A_run_that_goes_another_way_says_where_and_what_came() => Verify(Rendered(Left));

    [Test]
    public Task Another_hand_in_is_expected_to_go_another_way() => Verify(Rendered(Left with { IsSameHandIn = false }));

    [Test]
    public Task An_end_that_is_another_is_told() =>
        Verify(Rendered(Shown with { Divergence = new ReplayDivergence(9, "an end in violation", "nothing wrong") }));

    [Test]
    public void No_line_is_wider_than_80_columns_nor_ends_in_blanks()
    {
        foreach (var line in ((ReplayResult[])[Shown, Left]).SelectMany(r => Rendered(r).Split('\n')))
        {
            Assert.That(line.GetCellWidth(), Is.LessThanOrEqualTo(80), line);
            Assert.That(line, Is.EqualTo(line.TrimEnd()));
        }
    }

    private static ReplayResult Of(CheckResult check) => new("07-ticket-sale", "Ticket sale", check, check.Timeline.Count, IsSameHandIn: true, Divergence: null);

    private static string Rendered(ReplayResult result)
    {
        using var console = new TestConsole().Width(80);
        new ReplayReport(console).Write(result);
        return console.Output.TrimEnd('\n');
    }
}
