using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.PoolWork;

/// <summary>What 15-pool must hold.</summary>
public sealed class PoolWorkChecks() : ExerciseChecks("15-pool")
{
    // Squares that a float can't hold, and the largest that an int can; more workers than numbers.
    private static readonly Family<Batch> Batches = Family.Of<Batch>(
        "batches", chance => Batch.OfTwo(chance.From(1, 3), chance), Batch.Of(2, 7, -4_097, 46_340), Batch.Of(3, -3, 0));

    private static readonly Family<Batch> OneWorker = Family.Of<Batch>(
        "one worker", chance => Batch.OfTwo(1, chance), Batch.Of(1, 6, 6), Batch.Of(1, 12, -5, 3));

    // The least that is too large, and one whose square is 0 where nobody looks.
    private static readonly Family<Batch> TooLarge = Family.Of<Batch>(
        "too large", OneTooLarge, Batch.Of(2, 7, 46_341), Batch.Of(1, -65_536, 9));

    private static readonly TaskStartPattern TaskStarts = new();
    private static readonly TaskEndPattern TaskEnds = new();

    private static readonly Observer<TimeSpan> TimeWorked = new(
        TimeSpan.Zero,
        (worked, happened) => TaskEnds.Matches(happened) ? worked + happened.At : worked - happened.At,
        [TaskStarts, TaskEnds],
        worked => $"the tasks took {worked.TotalSeconds} s together")
    { SeesAgents = false };

    public override LiveRun Live { get; } = new(
        Scenario.Of("8 workers, 24 numbers", "Run", 8, Enumerable.Range(1, 24).ToArray()),
        TimeSpan.FromSeconds(3));

    public override IReadOnlyList<Check> Checks(Draw draw)
    {
        var batches = draw.Of(Batches);
        return
        [
            new Check("squares", "The workers compute the squares, which are returned in the order of the numbers", 2)
                .Each(batches, ComputesSquares)
                .Sampling(draw.One("larger batch", chance => Batch.Of(3, [.. Enumerable.Range(0, 4).Select(_ => chance.From(-9_999, 9_999))])), ComputesSquares)
                .WithHint("In which order are the tasks handed in, and in which order do they come to their end? Who multiplies?"),
            new Check("two-workers", "As many workers as there are can be at work at once, and never more", 2)
                .Each([.. batches, draw.One("wide", chance => Batch.OneEach(3, chance))], (check, batch) => WorksSideBySide(check, batch)
                    .Sometimes($"{batch.AtOnce} can be under way at once", Observe.Inside(TaskStarts, TaskEnds), inside => inside == batch.AtOnce))
                .Sampling(draw.One("wider", chance => Batch.OneEach(chance.From(5, 7), chance)), WorksSideBySide)
                .WithHint("What is the second worker to do while the parent waits for the result of the first task?"),
            new Check("one-worker", "A pool of one does one task after the other", 1)
                .Each(draw.Of(OneWorker), (check, batch) => WorksSideBySide(check, batch).That(Returns(batch))),
            new Check("callbacks", "A callback says that a number is done as soon as it is", 2)
                .Each(batches, SaysWhatIsDone)
                .WithHint("Which process runs a callback, when does it run, and what is it given?"),
            new Check("all-done", "The pool is closed and joined before 'all done'", 2)
                .Each(batches, (check, batch) => check
                    .In(batch.Scenario)
                    .AtEnd("the parent prints 'all done' once", Observe.Count(WorkersSeen.AllDone), lines => lines == 1)
                    .Never("all workers have ended before 'all done'", WorkersSeen.Observed, seen => seen.AliveAtAllDone > 0)
                    .Order($"{batch.Numbers.Count} lines '{{n}} done' come before 'all done'", batch.Done, batch.Numbers.Count, WorkersSeen.AllDone))
                .WithHint("What does Join wait for, and what must have been said to the workers before, so that they end?"),
            new Check("failure", "The exception that ends a task reaches the caller", 1)
                .Each(draw.Of(TooLarge), (check, batch) => check
                    .In(batch.Scenario.ExpectingCrashes())
                    .AtEnd("a worker's task is ended by an OverflowException", TasksDone.Of(batch), seen => seen.Failures.Contains(typeof(OverflowException).FullName))
                    .That(Throws<OverflowException>()))
                .WithHint("46341 squared is more than an int holds. Which exception says so, where is it thrown, and where is it thrown again?"),
        ];
    }

    private static Check ComputesSquares(Check check, Batch batch) => check
        .In(batch.Scenario)
        .That(Returns(batch))
        .AtEnd("a task of a worker comes to each square, from the number", TasksDone.Of(batch), seen => seen.AreOneEach(batch));

    private static Check WorksSideBySide(Check check, Batch batch) => check
        .In(batch.Scenario)
        .AtEnd($"{batch.Numbers.Count} tasks are done", Observe.Count(TaskEnds), tasks => tasks >= batch.Numbers.Count)
        .AtMost(batch.Workers, $"at most {(batch.Workers == 1 ? "1 task is" : $"{batch.Workers} tasks are")} under way at once", TaskStarts, TaskEnds)
        .AtEnd("each task takes 1 s in its worker", TimeWorked, worked => worked >= TimeSpan.FromSeconds(batch.Numbers.Count)).OnlyIn(Tier.Strict)
        .MakespanIs(batch.Makespan);

    private static Check SaysWhatIsDone(Check check, Batch batch)
    {
        var lines = CallbackLines.Of(batch);
        // Those that can be taken at once can come to their ends in any order.
        return batch.Numbers.Distinct().Take(batch.Numbers.Distinct().Count() == batch.Numbers.Count ? batch.AtOnce : 0).Aggregate(
            check
                .In(batch.Scenario)
                .AtEnd($"the parent prints {string.Join(", ", batch.Numbers.Select(n => $"'{n} done'"))}, each when its task is done", lines, seen => seen.AreOneEach(batch))
                .Sometimes("the first such line can come while other tasks are still under way", lines, seen => seen.IsPrompt),
            (soFar, number) => soFar.Sometimes($"{number} can be the first to be done", lines, seen => seen.First == number));
    }

    private static Batch OneTooLarge(Chance chance)
    {
        var small = chance.From(-99, 99);
        var large = chance.OneOf(46_341, -46_341, chance.From(46_342, 99_999), -chance.From(46_342, 99_999), int.MaxValue, int.MinValue);
        return Batch.Of(chance.From(1, 2), chance.Shuffled([small, large]));
    }

    private static AtEnd<int> Returns(Batch batch) => new(
        $"{string.Join(", ", batch.Squares)} are returned",
        Observe.Nothing,
        (_, end) => end.Result<long[]>() is { } found && found.SequenceEqual(batch.Squares),
        (_, end) => end.Result<long[]>() is { } found ? $"returned were {string.Join(", ", found)}" : $"nothing was returned: Run {end.Ending}");

    private static AtEnd<int> Throws<T>()
        where T : Exception => new(
        $"Run ends with {typeof(T).FullName}",
        Observe.Nothing,
        (_, end) => end.Ending == $"ends with {typeof(T).FullName}",
        (_, end) => end.ExitCode == 0 ? "it returned" : $"it {end.Ending}");
}
