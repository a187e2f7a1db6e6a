using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.SharedCounter;

/// <summary>Which worker was the first to change the counter.</summary>
/// <param name="Started">How many children were started before that.</param>
/// <param name="LastStarted">The last of them; null before the first.</param>
/// <param name="Seen">The counter before that.</param>
/// <param name="LastStartedWasFirst">Whether it was that one which changed the counter first; null before.</param>
internal sealed record FirstTurn(int Started, string? LastStarted, Countdown Seen, bool? LastStartedWasFirst)
{
    /// <summary>Watches a run with so many workers.</summary>
    public static Observer<FirstTurn> Among(int workers) => new(
        new FirstTurn(0, null, Countdown.Of(workers), LastStartedWasFirst: null),
        (turn, happened) => turn.After(happened),
        [new StartPattern(), .. Countdown.Sharing],
        turn => turn.Describe())
    { SeesTime = false };

    /// <summary>Whether all workers were there, and the last of them was the first.</summary>
    public bool IsTheLastOfAll => Started == Seen.Workers && LastStartedWasFirst == true;

    public LocalizedText Describe() => LastStartedWasFirst is null
        ? ("no child changed the counter", "没有子进程改过计数器")
        : ($"{Started} workers were there when the first changed it", $"第一次改它时有 {Started} 个工作进程");

    private FirstTurn After(KernelEvent happened)
    {
        if (LastStartedWasFirst is not null)
            return this;
        if (happened is ProcessStarted started)
            return this with { Started = Started + 1, LastStarted = started.Child };
        var seen = Seen.After((OperationCompleted)happened, happened.Agent);
        return seen.IsTouched
            ? this with { Seen = Countdown.Of(Seen.Workers), LastStartedWasFirst = happened.Agent == LastStarted }
            : this with { Seen = seen };
    }
}
