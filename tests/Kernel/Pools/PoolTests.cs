using ExerciseKit.Tests.Kernel.Driving;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Kernel.Pools;

public sealed class PoolTests
{
    private const string Pool = "0~0";

    [Test]
    public void Results_are_got_in_whatever_order_by_the_number_of_the_job() =>
        Assert.That(
            PrintoutsOf([new HandIn(Pool, 1, 0), new HandIn(Pool, 2, 1), new AwaitJob(Pool, [2]), new PrintLast(), new AwaitJob(Pool, [1]), new PrintLast()], Pausing(2), Pausing(1)),
            Is.EqualTo(new[] { "0: Text 2: Nothing 0: Text 1: Nothing" }));

    [Test]
    public void No_more_jobs_run_at_once_than_there_are_workers() =>
        Assert.That(
            PrintoutsOf(
                [.. Enumerable.Range(1, 3).Select(n => new HandIn(Pool, n, 0)), .. Enumerable.Range(1, 3).Select(n => new AwaitJob(Pool, [n])), new LookAtClock(), new PrintLast()],
                Pausing(1)),
            Is.EqualTo(new[] { "0: Number 2" }));

    [Test]
    public void Who_waits_for_several_jobs_is_given_the_first_that_is_done() =>
        Assert.That(
            PrintoutsOf([new HandIn(Pool, 1, 0), new HandIn(Pool, 2, 1), new AwaitJob(Pool, [1, 2]), new PrintLast(), new AwaitJob(Pool, [1, 2]), new PrintLast()], Pausing(2), Pausing(1)),
            Is.EqualTo(new[] { "0: Text 2: Nothing 0: Text 1: Nothing" }));

    [Test]
    public void Patience_runs_out_exactly_when_it_is_over() =>
        Assert.That(
            PrintoutsOf([new HandIn(Pool, 1, 0), new AwaitJob(Pool, [1], 1), new PrintLast(), new AwaitJob(Pool, [1], 0), new PrintLast(), new LookAtClock(), new PrintLast()], Pausing(2)),
            Is.EqualTo(new[] { "0: No 0: No 0: Number 1" }));

    [Test]
    public void A_closed_pool_does_the_jobs_that_it_has_and_takes_no_more() =>
        Assert.That(
            PrintoutsOf(
                [new HandIn(Pool, 1, 0), new CloseIt(Pool), new HandIn(Pool, 2, 0), new PrintLast(), new JoinIt(Pool), new LookAtClock(), new PrintLast(), new AwaitJob(Pool, [1], 0), new PrintLast()],
                Pausing(2)),
            Is.EqualTo(new[] { "0: Misuse 0: Number 2 0: Text 1: Nothing" }));

    [Test]
    public void An_open_pool_cannot_be_joined() =>
        Assert.That(PrintoutsOf([new JoinIt(Pool), new PrintLast()], Pausing(1)), Is.EqualTo(new[] { "0: Misuse" }));

    [Test]
    public void A_terminated_pool_drops_the_jobs_that_wait_and_its_workers_die_or_end()
    {
        var ends = InKernel.EndsOf(Program([new HandIn(Pool, 1, 0), new TerminateIt(Pool), new JoinIt(Pool), new LookAtClock(), new PrintLast()], Pausing(1)));
        Assert.That(ends.Select(e => e.Lines), Is.All.EqualTo("0: Number 0"));
        Assert.That(ends.SelectMany(e => e.Fates.Split('\n')).Where(f => !f.StartsWith("0 ", StringComparison.Ordinal)).Distinct(), Is.EquivalentTo(new[]
        {
            "0.0 ended with 0", "0.0 ended with -15", "0.1 ended with 0", "0.1 ended with -15",
        }));
    }

    [Test]
    public void A_job_whose_worker_has_ended_keeps_who_awaits_it_waiting_for_the_dead()
    {
        var ends = InKernel.EndsOf(Program([new HandIn(Pool, 1, 0), new AwaitJob(Pool, [1])], new Job([new Exit(3)], Fails: false)));
        Assert.That(ends.Select(e => e.IsDeadlock), Is.All.True);
        Assert.That(ends.Select(e => e.Fates.Split('\n')[0]).Distinct(), Is.EquivalentTo(new[] { "held by 0.0", "held by 0.1" }).Using<string>((stuck, held) => stuck.EndsWith(held, StringComparison.Ordinal)));
    }

    [Test]
    public void The_maker_s_end_ends_the_workers()
    {
        var ends = InKernel.EndsOf(Program([new CreateLock("0~1"), new Acquire("0~1"), new HandIn(Pool, 1, 0)], new Job([new Acquire("0~1")], Fails: false)));
        Assert.That(ends.Select(e => e.Fates), Is.All.EqualTo("0 ended with 0\n0.0 ended with -15\n0.1 ended with -15"));
    }

    private static IEnumerable<string> PrintoutsOf(Statement[] root, params Job[] jobs) => InKernel.PrintoutsOf(Program(root, jobs));

    private static Job Pausing(int seconds) => new([new Pause(seconds)], Fails: false);

    /// <summary>A root with a pool of two.</summary>
    private static SmallProgram Program(Statement[] root, params Job[] jobs)
    {
        var worker = ProcessText.Daemon(new WorkOn(Pool, [.. jobs]));
        return SmallProgram.Of(
            ("0", ProcessText.Of([new MakePool(Pool, ["0.0", "0.1"]), new Start("0.0"), new Start("0.1"), .. root])),
            ("0.0", worker),
            ("0.1", worker));
    }
}
