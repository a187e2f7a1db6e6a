using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.SharedCounter;

/// <summary>What 08-shared-counter must hold. By what the counter is guarded, and in what it is kept, is the hand-in's affair.</summary>
public sealed class SharedCounterChecks() : ExerciseChecks("08-shared-counter")
{
    // More than the four that a hand-in may have been tried with.
    private const int Many = 5;

    private static readonly Family<int> Few = Family.Of("few", chance => chance.From(2, 3), 3);

    // Alone, too.
    private static readonly Family<int> Others = Family.Of("others", chance => chance.From(1, 3), 1, 2);

    public override LiveRun Live { get; } = new(Of(30), TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw) =>
    [
        new Check("ends-at-zero", ("The counter is 0 in the end", "计数器最后是 0"), 4)
            .Each(draw.Of(Few), (check, workers) => ComesDownTo0(check, workers)
                .AtEnd(("the parent reads a 0 that is shared, or is sent it", "父进程读到了一个共享的 0，或者收到了发来的 0"), LastLook.Observed, seen => seen.IsZero).OnlyIn(Tier.Strict))
            .Sampling(draw.One("larger", chance => chance.Children(6, 8)), ComesDownTo0)
            .WithHint(("A worker has read the counter and not yet written it. What may the others do meanwhile?", "一个工作进程读了计数器，还没有写回。这时别的进程可能做什么？")),
        new Check("own-process", ("Each worker is a process of its own, and changes the counter there", "每个工作进程是单独的进程，并在那里改计数器"), 2)
            .Each(draw.Of(Few), (check, workers) => Written(check, workers)
                .That(ChildrenAre(workers))
                .AtEnd(("the counter is set before the workers are started", "工作进程启动之前，计数器已经设好"), FirstSetting.Of(workers), seen => seen.Late is null)),
        new Check("together", ("The workers are there at the same time, and none has to wait for his turn by number", "工作进程同时存在，谁也不必按编号轮流"), 2)
            .Each(draw.Of(Few), (check, workers) => LastCanBeFirst(Written(check, workers), workers))
            .Each([Many], (check, workers) => LastCanBeFirst(check.In(Of(workers)), workers))
            .WithHint(("Which processes are running when the first worker changes the counter?", "第一个工作进程改计数器时，有哪些进程在运行？")),
        new Check("any-number", ("So it is with any number of workers", "工作进程有多少个都一样"), 1)
            .Each(draw.Of(Others), (check, workers) => ComesDownTo0(check, workers)
                .That(ChildrenAre(workers)))
            // In exact time: by which time-outs five wait for one another tells no more than by which three do.
            .Each([Many], (check, workers) => check
                .In(Of(workers))
                .That(ComesDown(workers) with { Tiers = [Tier.Strict] })
                .That(ReturnsZero with { Tiers = [Tier.Strict] })
                .That(ChildrenAre(workers) with { Tiers = [Tier.Strict] })),
        new Check("no-workers", ("Without a worker the counter is 0 from the start", "一个工作进程也没有时，计数器一开始就是 0"), 1)
            .In(Of(0))
            .That(ReturnsZero)
            .That(ChildrenAre(0))
            .AtEnd(("the counter is set to 0", "计数器被设为 0"), Countdown.From(0), seen => seen.IsDownTo0),
    ];

    private static AtEnd<int> ReturnsZero { get; } = new(
        ("0 is returned", "返回 0"),
        Observe.Nothing,
        (_, end) => end.Result<int?>() == 0,
        (_, end) => end.Result<int?>() is { } left ? ($"it was {left}", $"返回的是 {left}") : ("nothing was returned", "什么也没有返回"));

    private static Check ComesDownTo0(Check check, int workers) => check.In(Of(workers)).That(ComesDown(workers)).That(ReturnsZero);

    private static AtEnd<Countdown> ComesDown(int workers) => new(
        ("the counter comes down to 0, 1 at a time, by the workers alone", "计数器只由工作进程来减，每次减 1，一直减到 0"), Countdown.From(workers), (seen, _) => seen.IsDownTo0);

    private static Check Written(Check check, int workers) => check
        .In(Of(workers))
        .AtEnd(($"{Children(workers)} write the counter, each once, and the parent does not write it after them", $"{workers} 个子进程各写一次计数器，此后父进程不再写它"), Countdown.ByWhom(workers), seen => seen.IsWrittenByEach);

    private static Check LastCanBeFirst(Check check, int workers) => check
        .Sometimes(($"the last of {workers} workers to be started can be the first to change the counter", $"{workers} 个工作进程中最后启动的那个可以最先改计数器"), FirstTurn.Among(workers), turn => turn.IsTheLastOfAll);

    private static AtEnd<int> ChildrenAre(int number) => new(
        (number == 1 ? "there is 1 child" : $"there are {number} children", $"有 {number} 个子进程"),
        Observe.Nothing,
        (_, end) => end.Children == number,
        (_, end) => (end.Children == 1 ? "there was 1" : $"there were {end.Children}", $"有 {end.Children} 个"));

    private static Scenario Of(int workers) => Scenario.Of((workers switch { 0 => "no workers", 1 => "1 worker", _ => $"{workers} workers" }, $"{workers} 个工作进程"), "Run", workers);

    private static string Children(int number) => number == 1 ? "1 child" : $"{number} children";
}
