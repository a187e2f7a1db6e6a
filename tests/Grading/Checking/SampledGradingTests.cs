using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Grading;
using ExerciseKit.Grading.Replaying;

namespace ExerciseKit.Tests.Grading.Checking;

/// <summary>What is told where the search's budget ends before every schedule was covered.</summary>
[CancelAfter(300_000)]
public sealed class SampledGradingTests
{
    private const string Exercise = "07-ticket-sale";
    private const int Schedules = 300;

    private static readonly Lazy<Task<IReadOnlyList<CheckResult>>> NoLock =
        new(() => GradeAsync("mutants/no-lock.cs", new SearchBudget(MaxStates: 1, SchedulesAfterwards: Schedules), CancellationToken.None));

    [TestCase(1, 5_000)]
    [TestCase(300_000, 1, Category = "Slow")]
    public async Task A_right_answer_is_not_failed_and_the_result_says_sampled(int states, int realRuns, CancellationToken cancellation)
    {
        var checks = await GradeAsync("TicketSale.cs", new SearchBudget(states, realRuns, SchedulesAfterwards: Schedules), cancellation);

        Assert.That(checks.Where(c => c.Status != CheckStatus.Passed).Select(c => $"{c.Id}: {c.Message.En}"), Is.Empty);
        Assert.That(checks.Select(c => c.Certainty), Has.Some.EqualTo(Certainty.Sampled));
        foreach (var sampled in checks.Where(c => c.Certainty == Certainty.Sampled))
        {
            Assert.That(sampled.SampledRuns, Is.AtLeast(2 * Schedules));
            Assert.That(sampled.Bound!.En, Does.Match("^for 2 drawn values of process ids only; the search ended after 1 (states|real runs), and a fault of depth 3 among [0-9]+ processes and [0-9]+ operations shows in a PCT run with probability at least 1 in [0-9,]+$"));
        }
    }

    [Test]
    public async Task A_wrong_answer_is_found_by_sampling_and_its_token_shows_it_again(CancellationToken cancellation)
    {
        var checks = await NoLock.Value;

        var failed = checks.Single(c => c.Id == "no-oversell");
        Assert.That((failed.Status, failed.Verdict, failed.Certainty), Is.EqualTo((CheckStatus.Failed, Verdict.Violation, Certainty.Sampled)));
        Assert.That(failed.Bound, Is.Null, "What was found needs no odds.");

        var replayed = await new Replayer(Repository.Root).ReplayAsync(new ReplayRequest(failed.Replay!, PathOf("mutants/no-lock.cs")), cancellation);
        Assert.That(replayed.Divergence, Is.Null);
        Assert.That(replayed.Check.Message, Is.EqualTo(failed.Message));
        Assert.That(replayed.Check.Timeline, Is.EqualTo(failed.Timeline));
    }

    [Test, Category("Slow")]
    public async Task A_deadlock_found_by_sampling_shows_again(CancellationToken cancellation)
    {
        var checks = await GradeAsync("mutants/lock-taken-twice.cs", new SearchBudget(MaxStates: 1, SchedulesAfterwards: Schedules), cancellation);

        var failed = checks.First(c => c.Verdict == Verdict.Deadlock);
        var replayed = await new Replayer(Repository.Root).ReplayAsync(new ReplayRequest(failed.Replay!, PathOf("mutants/lock-taken-twice.cs")), cancellation);

        Assert.That(replayed.Divergence, Is.Null);
        Assert.That(replayed.Check.Cycle, Is.EqualTo(failed.Cycle));
    }

    [Test]
    public async Task What_no_sample_comes_to_is_left_undecided_and_no_mark_against_the_student(CancellationToken cancellation)
    {
        // Too much order: a search would prove that nobody can look before the first sale; samples can't.
        var checks = await GradeAsync("mutants/start-join-in-the-loop.cs", new SearchBudget(MaxStates: 1, SchedulesAfterwards: Schedules), cancellation);

        var undecided = checks.Single(c => c.Id == "free-looks");
        Assert.That((undecided.Status, undecided.Verdict), Is.EqualTo((CheckStatus.Error, Verdict.Limit)));
        Assert.That(undecided.Message.En, Does.Contain("none of 300 sampled runs came to that").And.Contain("1 states"));
    }

    [Test, Category("Slow")]
    public async Task The_same_seed_samples_the_same(CancellationToken cancellation)
    {
        var again = await GradeAsync("mutants/no-lock.cs", new SearchBudget(MaxStates: 1, SchedulesAfterwards: Schedules), cancellation);

        Assert.That(again, Is.EqualTo(await NoLock.Value));
    }

    private static async Task<IReadOnlyList<CheckResult>> GradeAsync(string file, SearchBudget budget, CancellationToken cancellation)
    {
        var result = await new Grader(Repository.Root, budget, preparers: SharedPreparers.All).GradeAsync(new GradeRequest(PathOf(file), [Exercise]), null, cancellation);
        Assert.That(result.Fault, Is.Null);
        return [.. result.Exercises.Single().Checks];
    }

    private static string PathOf(string file) => Path.Combine(Repository.Solution(Exercise), file);
}
