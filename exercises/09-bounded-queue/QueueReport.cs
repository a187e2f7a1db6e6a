/// <summary>What was found out about a bounded queue that is full, and then empty. Given; the grader uses its own copy.</summary>
/// <param name="Drained">The items that were taken out, in that order.</param>
/// <param name="OverflowTaken">Whether the full queue took one more item, without waiting.</param>
/// <param name="TimedOverflowTaken">Whether it took one within the waiting time.</param>
/// <param name="OverflowWait">How long the second attempt took.</param>
/// <param name="UnderflowGot">Whether the empty queue gave one more item, without waiting.</param>
/// <param name="TimedUnderflowGot">Whether it gave one within the waiting time.</param>
/// <param name="UnderflowWait">How long that attempt took.</param>
public sealed record QueueReport(
    int[] Drained,
    bool OverflowTaken,
    bool TimedOverflowTaken,
    TimeSpan OverflowWait,
    bool UnderflowGot,
    bool TimedUnderflowGot,
    TimeSpan UnderflowWait);
