namespace ExerciseKit.Checks.BoundedQueue;

/// <summary>The given record, as the entry returns it.</summary>
internal sealed record QueueReport(
    int[] Drained,
    bool OverflowTaken,
    bool TimedOverflowTaken,
    TimeSpan OverflowWait,
    bool UnderflowGot,
    bool TimedUnderflowGot,
    TimeSpan UnderflowWait);
