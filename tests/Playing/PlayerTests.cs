using System.Globalization;
using System.Numerics;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Playing;
using ExerciseKit.Grading;
using ExerciseKit.Grading.Playing;

namespace ExerciseKit.Tests.Playing;

/// <summary>Going from state to state by choice.</summary>
public sealed class PlayerTests
{
    [Test, CancelAfter(300_000)]
    public async Task A_player_is_led_to_where_a_wrong_answer_breaks_and_back()
    {
        await using var table = await PlayedTables.MutantAsync("07-ticket-sale", "no-lock.cs");
        var before = table.View();

        var (found, _) = table.GoTo(PlayTarget.Break, default);

        var broken = table.View();
        Assert.That(found, Is.EqualTo(PlayFound.Yes));
        Assert.That(broken.Ending, Is.Not.Null);
        Assert.That(broken.Ending!.Verdict, Is.EqualTo(Verdict.Violation), broken.Ending.Message.En);
        Assert.That(broken.Choices, Is.Empty);
        Assert.That(table.Story().Between, Is.Not.Null, "where it goes wrong is told as in a report");
        table.Undo(int.MaxValue);
        Assert.That(table.View(), Is.EqualTo(before), "whoever goes back is where it was");
    }

    [Test, CancelAfter(300_000)]
    public async Task A_player_breaks_it_with_no_fewer_switches_than_the_search_says()
    {
        await using var table = await PlayedTables.MutantAsync("07-ticket-sale", "no-lock.cs");

        table.GoTo(PlayTarget.Break, default);

        Assert.That(table.About.Search.Outcome, Is.EqualTo(PlayOutcome.Breaks));
        Assert.That(table.View().Switches, Is.GreaterThanOrEqualTo(table.About.Search.FewestSwitches!));
    }

    [Test, CancelAfter(300_000)]
    public async Task A_deadlock_is_come_to_and_told_with_who_waits_for_whom()
    {
        await using var table = await PlayedTables.MutantAsync("19-deadlock", "from-first.cs");

        var (found, _) = table.GoTo(PlayTarget.Deadlock, default);

        var view = table.View();
        Assert.That(found, Is.EqualTo(PlayFound.Yes));
        Assert.That(view.Ending!.Verdict, Is.EqualTo(Verdict.Deadlock));
        Assert.That(view.Ending.Cycle, Is.Not.Empty);
        Assert.That(view.Processes.Where(p => p.Standing == PlayStanding.Waits).Select(p => p.Next!.For.Count), Has.Some.GreaterThan(0));
    }

    [Test, CancelAfter(300_000)]
    public async Task In_the_solution_there_is_nothing_to_be_led_to()
    {
        await using var table = await PlayedTables.SolutionAsync("07-ticket-sale");

        Assert.That(table.GoTo(PlayTarget.Break, default).Found, Is.EqualTo(PlayFound.No));
        Assert.That(table.GoTo(PlayTarget.Deadlock, default).Found, Is.EqualTo(PlayFound.No));
        Assert.That(table.View().Made, Is.Zero, "who finds nothing stays where it is");
        Assert.That(table.GoTo(PlayTarget.End, default).Found, Is.EqualTo(PlayFound.Yes));
        Assert.That(table.View().Ending!.Verdict, Is.EqualTo(Verdict.Passed));
    }

    [TestCase("07-ticket-sale")]
    [TestCase("06-mutex", Category = "Slow")]
    [TestCase("16-semaphore", Category = "Slow")]
    [CancelAfter(300_000)]
    public async Task As_many_interleavings_lie_ahead_as_the_proof_covers(string exercise)
    {
        await using var table = await PlayedTables.SolutionAsync(exercise, scenario: "1", tier: Tier.Loose);

        var ahead = table.Behind().Aggregate(BigInteger.Zero, (sum, option) => sum + BigInteger.Parse(option.Behind!.Interleavings!, CultureInfo.InvariantCulture));

        Assert.That(table.About.Chart.IsWhole, Is.True);
        Assert.That(ahead.ToString(CultureInfo.InvariantCulture), Is.EqualTo(table.About.Chart.Interleavings));
        Assert.That(table.About.Search.Interleavings, Is.EqualTo(table.About.Chart.Interleavings), "the map has every way that the search has");
        Assert.That(table.Map().Levels.Sum(l => l.States), Is.EqualTo(table.About.Chart.States));
    }

    [Test, CancelAfter(300_000)]
    public async Task The_same_seed_runs_the_same_way()
    {
        await using var table = await PlayedTables.SolutionAsync("11-producers-consumers");

        table.Run(7, 500);
        var once = table.Story();
        table.Undo(int.MaxValue);
        table.Run(7, 500);
        var again = table.Story();
        table.Undo(int.MaxValue);
        table.Run(8, 500);

        Assert.That(again, Is.EqualTo(once));
        Assert.That(table.Story(), Is.Not.EqualTo(once));
    }

    [Test, CancelAfter(300_000)]
    public async Task A_search_that_was_stopped_can_be_played_as_far_as_one_likes()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await using var table = await PlayedTables.OpenAsync(new PlayRequest("07-ticket-sale", Path.Combine(Repository.Solution("07-ticket-sale"), "mutants", "no-lock.cs")), stop: stop.Token);

        Assert.That(table.About.Search.Outcome, Is.EqualTo(PlayOutcome.CutOff));
        Assert.That(table.About.Chart.IsWhole, Is.False);
        Assert.That(table.About.Chart.Message.En, Does.StartWith("The map was stopped"));
        Assert.That(table.Behind().Select(o => o.Behind!.Interleavings), Is.All.Null, "what is not known is not told");
        Assert.That(table.GoTo(PlayTarget.Break, default).Found, Is.EqualTo(PlayFound.Yes));
    }

    [Test, CancelAfter(300_000)]
    public async Task A_map_that_is_full_says_so_and_what_lies_beyond_can_be_found()
    {
        await using var table = await PlayedTables.MutantAsync("07-ticket-sale", "no-lock.cs", new PlayBudget(MaxStates: 20));

        Assert.That(table.About.Chart.IsWhole, Is.False);
        Assert.That(table.About.Chart.Message.En, Does.Contain("as many as are kept"));
        Assert.That(table.GoTo(PlayTarget.Break, default).Found, Is.EqualTo(PlayFound.Yes));
        Assert.That(table.View().Ending!.IsBroken, Is.True);
    }

    [Test, CancelAfter(300_000)]
    public async Task What_was_come_to_by_choice_is_what_real_processes_come_to()
    {
        var path = Path.Combine(Repository.Solution("07-ticket-sale"), "mutants", "no-lock.cs");
        await using var table = await PlayedTables.OpenAsync(new PlayRequest("07-ticket-sale", path));
        var graded = await Repository.Grader.GradeAsync(new GradeRequest(path, ["07-ticket-sale"]), null, TestContext.CurrentContext.CancellationToken);
        var failed = graded.Exercises[0].Checks.First(c => c.Status == CheckStatus.Failed);

        table.GoTo(PlayTarget.Break, default);

        Assert.That(table.About.Check, Is.EqualTo(failed.Id), "what is played is what grading finds, which real processes have confirmed");
        Assert.That(table.View().Ending!.Message, Is.EqualTo(failed.Message));
    }

    [TestCase("no-such-check", null, "has no check no-such-check")]
    [TestCase(null, "77 buyers", "has no scenario '77 buyers'")]
    public void What_is_not_there_to_be_played_is_named(string? check, string? scenario, string message) =>
        Assert.That(
            async () => await PlayedTables.OpenAsync(new PlayRequest("07-ticket-sale", null, check, scenario)),
            Throws.TypeOf<BadInputException>().With.Message.Contains(message));
}
