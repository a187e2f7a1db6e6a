using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.PoolWork;

/// <summary>What 15-pool must hold.</summary>
public sealed class PoolWorkChecks() : ExerciseChecks("15-pool")
{
    private static readonly Scenario Three = Scenario.Of("2 workers, 3 numbers", "Run", 2, new[] { 7, 3, 5 });
    private static readonly Scenario OneWorker = Scenario.Of("1 worker, 2 equal numbers", "Run", 1, new[] { 6, 6 });
    private static readonly Scenario TooLarge = Scenario.Of("2 workers, 2 numbers, one with too large a square", "Run", 2, new[] { 7, 100_000 }).ExpectingCrashes();

    private static readonly TaskStartPattern TaskStarts = new();
    private static readonly TaskEndPattern TaskEnds = new();
    private static readonly LinePattern AllDone = LinePattern.Like("all done");

    private static readonly Observer<CallbackLines> Lines = CallbackLines.Observed(7, 3, 5);
    private static readonly Observer<WorkersSeen> Workers = new(
        new WorkersSeen(0, null),
        (seen, happened) => happened switch
        {
            ProcessStarted => seen with { Alive = seen.Alive + 1 },
            LinePrinted => seen with { AliveAtAllDone = seen.AliveAtAllDone ?? seen.Alive },
            _ => seen with { Alive = seen.Alive - 1 },
        },
        [new StartPattern(), new EndPattern { Who = Who.Child }, AllDone],
        seen => $"{seen.AliveAtAllDone ?? 0} were still alive")
    { SeesAgents = false };

    public override LiveRun Live { get; } = new(
        Scenario.Of("8 workers, 24 numbers", "Run", 8, Enumerable.Range(1, 24).ToArray()),
        TimeSpan.FromSeconds(3));

    public override IReadOnlyList<Check> Checks(Draw draw) =>
    [
        new Check("squares", "The workers compute the squares, which are returned in the order of the numbers", 2)
            .In(Three)
            .That(Returns(49, 9, 25))
            .AtEnd("one task of a worker comes to each square", TaskResults.Observed, seen => seen.AreOneEach(49, 9, 25))
            .WithHint("In which order are the tasks handed in, and in which order do they come to their end?"),
        new Check("two-workers", "Two workers are at work at once, and never more", 2)
            .In(Three)
            .AtEnd("3 tasks are done", Observe.Count(TaskEnds), tasks => tasks == 3)
            .AtMost(2, "at most 2 tasks are under way at once", TaskStarts, TaskEnds)
            .Sometimes("2 tasks can be under way at once", Observe.Inside(TaskStarts, TaskEnds), inside => inside == 2)
            .MakespanIs(TimeSpan.FromSeconds(2))
            .WithHint("What is the second worker to do while the parent waits for the result of the first task?"),
        new Check("one-worker", "A pool of one does one task after the other", 1)
            .In(OneWorker)
            .That(Returns(36, 36))
            .AtEnd("2 tasks are done", Observe.Count(TaskEnds), tasks => tasks == 2)
            .AtMost(1, "at most 1 task is under way at once", TaskStarts, TaskEnds)
            .MakespanIs(TimeSpan.FromSeconds(2)),
        new Check("callbacks", "A callback says that a number is done as soon as it is", 2)
            .In(Three)
            .AtEnd("the parent prints '7 done', '3 done', '5 done', each when its task is done", Lines, seen => seen.AreOneEach(7, 3, 5))
            .Sometimes("the first such line can come while other tasks are still under way", Lines, seen => seen.IsPrompt)
            .Sometimes("the second number can be the first to be done", Lines, seen => seen.First == "3 done")
            .WithHint("Which process runs a callback, when does it run, and what is it given?"),
        new Check("all-done", "The pool is closed and joined before 'all done'", 2)
            .In(Three)
            .AtEnd("3 tasks are done", Observe.Count(TaskEnds), tasks => tasks == 3)
            .AtEnd("the parent prints 'all done' once", Observe.Count(AllDone.By(Who.Root)), lines => lines == 1)
            .Never("all workers have ended before 'all done'", Workers, seen => seen.AliveAtAllDone > 0)
            .Order("'7 done' comes before 'all done'", LinePattern.Like("7 done"), 1, AllDone)
            .Order("'3 done' comes before 'all done'", LinePattern.Like("3 done"), 1, AllDone)
            .Order("'5 done' comes before 'all done'", LinePattern.Like("5 done"), 1, AllDone)
            .WithHint("What does Join wait for, and what must have been said to the workers before, so that they end?"),
        new Check("failure", "The exception that ends a task reaches the caller", 1)
            .In(TooLarge)
            .AtEnd("a worker's task is ended by an OverflowException", TaskResults.Observed, seen => seen.Failures.Contains(typeof(OverflowException).FullName))
            .That(Throws<OverflowException>())
            .WithHint("100000 squared is more than an int holds. Which exception says so, where is it thrown, and where is it thrown again?"),
    ];

    private static AtEnd<int> Returns(params int[] squares) => new(
        $"{string.Join(", ", squares)} are returned",
        Observe.Nothing,
        (_, end) => end.Result<int[]>() is { } found && found.SequenceEqual(squares),
        (_, end) => end.Result<int[]>() is { } found ? $"returned were {string.Join(", ", found)}" : $"nothing was returned: Run {end.Ending}");

    private static AtEnd<int> Throws<T>()
        where T : Exception => new(
        $"Run ends with {typeof(T).FullName}",
        Observe.Nothing,
        (_, end) => end.Ending == $"ends with {typeof(T).FullName}",
        (_, end) => end.ExitCode == 0 ? "it returned" : $"it {end.Ending}");

    private sealed record WorkersSeen(int Alive, int? AliveAtAllDone);
}
