using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.TrafficLight;

/// <summary>How often in a row a process has asked for green in vain, without pausing between.</summary>
/// <param name="Process">Who asks.</param>
/// <param name="Times">How often; counted to <see cref="Busy"/>.</param>
internal sealed record BusyAsking(string Process, int Times)
{
    /// <summary>So often nobody asks who does not wait by asking.</summary>
    public const int Busy = 3;

    public static Observer<EquatableArray<BusyAsking>> Observer { get; } = new(
        [],
        (asking, happened) => After(asking, (OperationCompleted)happened),
        [new OperationPattern<QueryEvent> { Who = Who.Child }, new OperationPattern<AwaitEvent> { Who = Who.Child }, new OperationPattern<Sleep> { Who = Who.Child }],
        _ => ("one asked again and again, and was told no each time", "有一个进程反复询问，每次得到的都是否定的回答"))
    { SeesTime = false };

    private static EquatableArray<BusyAsking> After(EquatableArray<BusyAsking> asking, OperationCompleted happened)
    {
        var others = asking.Where(a => a.Process != happened.Agent);
        if (happened is not { Operation: QueryEvent or AwaitEvent { Patience.Ticks: 0 }, Outcome: Flag { Value: false } })
            return others.ToEquatableArray();
        var before = asking.FirstOrDefault(a => a.Process == happened.Agent)?.Times ?? 0;
        return others.Append(new BusyAsking(happened.Agent, Math.Min(before + 1, Busy))).OrderBy(a => a.Process, StringComparer.Ordinal).ToEquatableArray();
    }
}
