using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.PoolWork;

/// <summary>The pools' workers, beside the parent's last line.</summary>
/// <param name="Workers">Who they are; a child that the hand-in started for something else is none.</param>
/// <param name="Alive">How many have not ended.</param>
/// <param name="AliveAtAllDone">How many had not when 'all done' was printed; null before.</param>
internal sealed record WorkersSeen(EquatableArray<string> Workers, int Alive, int? AliveAtAllDone)
{
    public static LinePattern AllDone { get; } = LinePattern.Like("all done").By(Who.Root);

    public static Observer<WorkersSeen> Observed { get; } = new(
        new WorkersSeen([], 0, null),
        (seen, happened) => seen.After(happened),
        [new OperationPattern<CreatePool>(), new EndPattern { Who = Who.Child }, AllDone],
        seen => ($"{seen.AliveAtAllDone ?? 0} were still alive", $"还有 {seen.AliveAtAllDone ?? 0} 个活着"))
    // All names of a pool's workers stand in it from the beginning on: which of them is which does not show.
    { SeesAgents = false, SeesTime = false };

    private WorkersSeen After(KernelEvent happened) => happened switch
    {
        OperationCompleted { Operation: CreatePool pool } => this with { Workers = [.. Workers.Concat(pool.Workers)], Alive = Alive + pool.Workers.Count },
        LinePrinted => this with { AliveAtAllDone = AliveAtAllDone ?? Alive },
        _ => Workers.Contains(happened.Agent) ? this with { Alive = Alive - 1 } : this,
    };
}
