using ExerciseKit.Contract;
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
        worked => ($"the tasks took {worked.TotalSeconds} s together", $"各任务合计用了 {worked.TotalSeconds} 秒"))
    { SeesAgents = false };

    public override LiveRun Live { get; } = new(
        Scenario.Of(("8 workers, 24 numbers", "8 个工作进程，24 个数"), "Run", 8, Enumerable.Range(1, 24).ToArray()),
        TimeSpan.FromSeconds(3));

    public override IReadOnlyList<Check> Checks(Draw draw)
    {
        var batches = draw.Of(Batches);
        return
        [
            new Check("squares", ("The workers compute the squares, which are returned in the order of the numbers", "平方由工作进程计算，按数的顺序返回"), 2)
                .Each(batches, ComputesSquares)
                .Sampling(draw.One("larger batch", chance => Batch.Of(chance.RoomFor(3), [.. Enumerable.Range(0, 4).Select(_ => chance.From(-9_999, 9_999))])), ComputesSquares)
                .WithHint(("In which order are the tasks handed in, and in which order do they come to their end? Who multiplies?", "任务是按什么顺序交进去的？又按什么顺序完成？乘法是谁做的？")),
            new Check("two-workers", ("As many workers as there are can be at work at once, and never more", "有几个工作进程就可以有几个同时工作，但从不超过"), 2)
                .Each([.. batches, draw.One("wide", chance => Batch.OneEach(chance.RoomFor(3), chance))], (check, batch) => WorksSideBySide(check, batch)
                    .Sometimes(($"{batch.AtOnce} can be under way at once", $"可以有 {batch.AtOnce} 个任务同时进行"), Observe.Inside(TaskStarts, TaskEnds), inside => inside == batch.AtOnce))
                .Sampling(draw.One("wider", chance => Batch.OneEach(chance.Children(9, 12), chance)), WorksSideBySide)
                .WithHint(("What is the second worker to do while the parent waits for the result of the first task?", "父进程在等第一个任务的结果时，第二个工作进程有什么可做？")),
            new Check("one-worker", ("A pool of one does one task after the other", "只有一个工作进程的进程池依次做各个任务"), 1)
                .Each(draw.Of(OneWorker), (check, batch) => WorksSideBySide(check, batch).That(Returns(batch))),
            new Check("callbacks", ("A callback says that a number is done as soon as it is", "每个数一完成，回调就打印出来"), 2)
                .Each(batches, SaysWhatIsDone)
                .WithHint(("Which process runs a callback, when does it run, and what is it given?", "回调在哪个进程里执行？什么时候执行？交给它的是什么？")),
            new Check("all-done", ("The pool is closed and joined before 'all done'", "打印“all done”之前，进程池已关闭，工作进程也都结束"), 2)
                .Each(batches, (check, batch) => check
                    .In(batch.Scenario)
                    .AtEnd(("the parent prints 'all done' once", "父进程打印一次“all done”"), Observe.Count(WorkersSeen.AllDone), lines => lines == 1)
                    .Never(("all workers have ended before 'all done'", "“all done”之前所有工作进程都已结束"), WorkersSeen.Observed, seen => seen.AliveAtAllDone > 0)
                    .Order(($"{batch.Numbers.Count} lines '{{n}} done' come before 'all done'", $"“all done”之前有 {batch.Numbers.Count} 行“{{n}} done”"), batch.Done, batch.Numbers.Count, WorkersSeen.AllDone))
                .WithHint(("What does Join wait for, and what must have been said to the workers before, so that they end?", "Join 等待的是什么？在此之前必须先告诉工作进程什么，它们才会结束？")),
            new Check("failure", ("The exception that ends a task reaches the caller", "使任务失败的异常会传到调用者"), 1)
                .Each(draw.Of(TooLarge), (check, batch) => check
                    .In(batch.Scenario.ExpectingCrashes())
                    .AtEnd(("a worker's task is ended by an OverflowException", "有工作进程的任务因 OverflowException 而失败"), TasksDone.Of(batch), seen => seen.Failures.Contains(typeof(OverflowException).FullName))
                    .That(Throws<OverflowException>()))
                .WithHint(("46341 squared is more than an int holds. Which exception says so, where is it thrown, and where is it thrown again?", "46341 的平方超出了 int 的范围。哪个异常说明这一点？它在哪里抛出，又在哪里再次抛出？")),
        ];
    }

    private static Check ComputesSquares(Check check, Batch batch) => check
        .In(batch.Scenario)
        .That(Returns(batch))
        .AtEnd(("a task of a worker comes to each square, from the number", "每个平方都由工作进程的一个任务从那个数算出"), TasksDone.Of(batch), seen => seen.AreOneEach(batch));

    private static Check WorksSideBySide(Check check, Batch batch) => check
        .In(batch.Scenario)
        .AtEnd(($"{batch.Numbers.Count} tasks are done", $"完成 {batch.Numbers.Count} 个任务"), Observe.Count(TaskEnds), tasks => tasks >= batch.Numbers.Count)
        .AtMost(batch.Workers, ($"at most {(batch.Workers == 1 ? "1 task is" : $"{batch.Workers} tasks are")} under way at once", $"同时进行的任务最多 {batch.Workers} 个"), TaskStarts, TaskEnds)
        .AtEnd(("each task takes 1 s in its worker", "每个任务在工作进程里用时 1 秒"), TimeWorked, worked => worked >= TimeSpan.FromSeconds(batch.Numbers.Count)).OnlyIn(Tier.Strict)
        .MakespanIs(batch.Makespan);

    private static Check SaysWhatIsDone(Check check, Batch batch)
    {
        var lines = CallbackLines.Of(batch);
        // Those that can be taken at once can come to their ends in any order.
        return batch.Numbers.Distinct().Take(batch.Numbers.Distinct().Count() == batch.Numbers.Count ? batch.AtOnce : 0).Aggregate(
            check
                .In(batch.Scenario)
                .AtEnd(($"the parent prints {string.Join(", ", batch.Numbers.Select(n => $"'{n} done'"))}, each when its task is done", $"父进程打印{string.Concat(batch.Numbers.Select(n => $"“{n} done”"))}，每一行都在它的任务完成之后"), lines, seen => seen.AreOneEach(batch))
                .Sometimes(("the first such line can come while other tasks are still under way", "第一行可以在其他任务还在进行时出现"), lines, seen => seen.IsPrompt),
            (soFar, number) => soFar.Sometimes(($"{number} can be the first to be done", $"{number} 可以最先完成"), lines, seen => seen.First == number));
    }

    private static Batch OneTooLarge(Chance chance)
    {
        var small = chance.From(-99, 99);
        var large = chance.OneOf(46_341, -46_341, chance.From(46_342, 99_999), -chance.From(46_342, 99_999), int.MaxValue, int.MinValue);
        return Batch.Of(chance.From(1, 2), chance.Shuffled([small, large]));
    }

    private static AtEnd<int> Returns(Batch batch) => new(
        ($"{string.Join(", ", batch.Squares)} are returned", $"返回 {string.Join(", ", batch.Squares)}"),
        Observe.Nothing,
        (_, end) => end.Result<long[]>() is { } found && found.SequenceEqual(batch.Squares),
        (_, end) => end.Result<long[]>() is { } found ? ($"returned were {string.Join(", ", found)}", $"返回的是 {string.Join(", ", found)}") : Nothing(end.Ending));

    private static LocalizedText Nothing(LocalizedText how) => ($"nothing was returned: Run {how.En}", $"什么也没有返回：Run {how.Zh}");

    private static AtEnd<int> Throws<T>()
        where T : Exception => new(
        ($"Run ends with {typeof(T).FullName}", $"Run 因异常 {typeof(T).FullName} 结束"),
        Observe.Nothing,
        (_, end) => end.Ending.En == $"ends with {typeof(T).FullName}",
        (_, end) => end.ExitCode == 0 ? ("it returned", "它正常返回了") : Ended(end.Ending));

    private static LocalizedText Ended(LocalizedText how) => ($"it {how.En}", $"它{how.Zh}");
}
