using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Observers;

/// <summary>Whether whoever starts processes starts all of them before it waits for one; a process that has nothing to do with the task is nobody to wait for.</summary>
/// <param name="Spoken">The processes that have printed a line of the task's, in order.</param>
/// <param name="Waited">Those who have waited for one of them, in order.</param>
/// <param name="Late">Who was started after that; null while nobody was.</param>
public sealed record StartsFirst(EquatableArray<string> Spoken, EquatableArray<string> Waited, LocalizedText? Late)
{
    /// <summary>Sees it.</summary>
    /// <param name="lines">The lines of the task's that its processes print.</param>
    public static Observer<StartsFirst> Of(params LinePattern[] lines) => new(
        new StartsFirst([], [], null),
        (seen, happened) => seen.Late is not null ? seen : happened switch
        {
            LinePrinted => seen with { Spoken = With(seen.Spoken, happened.Agent) },
            ProcessStarted started => seen.Waited.Contains(happened.Agent) ? new StartsFirst([], [], ProcessPlace.Of(started.Child)) : seen,
            OperationCompleted { Operation: JoinProcess join } when seen.Spoken.Contains(join.Process) => seen with { Waited = With(seen.Waited, happened.Agent) },
            _ => seen,
        },
        [.. lines, new StartPattern(), new OperationPattern<JoinProcess> { Where = join => join.Patience != TimeSpan.Zero }],
        seen => seen.Late is { } late ? ($"{late.En} was started when another had been waited for", $"{late.Zh} 启动之前，已经等待过另一个进程") : ("all were started first", "所有进程都先启动了"))
    { SeesTime = false };

    private static EquatableArray<string> With(EquatableArray<string> names, string name) => [.. names.Append(name).Distinct().Order(StringComparer.Ordinal)];
}
