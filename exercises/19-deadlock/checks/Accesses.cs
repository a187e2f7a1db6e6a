using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Bank;

/// <summary>Who reads and writes what processes share: files, or any primitive that holds values.</summary>
internal static class Accesses
{
    /// <summary>The children that did, and whether one of them did before another and after it.</summary>
    public static Observer<Children> OfChildren { get; } = new(
        new Children([], null, Overlap: false),
        (seen, happened) => !IsAccess(happened) || seen.Last == happened.Agent ? seen
            : seen.Agents.Contains(happened.Agent) ? seen with { Last = happened.Agent, Overlap = true }
            : seen with { Agents = [.. seen.Agents, happened.Agent], Last = happened.Agent },
        [new OperationPattern<FileOperation> { Who = Who.Child }, new OperationPattern<ObjectOperation> { Who = Who.Child }],
        seen => seen.Agents.Count == 0 ? "no child did" : $"these did: {string.Join(", ", seen.Agents.Order(StringComparer.Ordinal).Select(ProcessPlace.Of))}");

    /// <summary>What the parent changed after the start of its first child.</summary>
    public static Observer<Parent> ChangesByTheParent { get; } = new(
        new Parent(HasStarted: false, 0),
        (seen, happened) => happened is ProcessStarted ? seen with { HasStarted = true }
            : seen.HasStarted && IsAccess(happened) && ((OperationCompleted)happened).Operation is { IsLook: false } and not DeleteFile ? seen with { Count = seen.Count + 1 }
            : seen,
        [new StartPattern { Who = Who.Root }, new OperationPattern<FileOperation> { Who = Who.Root }, new OperationPattern<ObjectOperation> { Who = Who.Root }],
        seen => $"it made {seen.Count} changes");

    private static bool IsAccess(KernelEvent happened) => ((OperationCompleted)happened).Operation is not
        (CreateOperation
        or AcquireLock or ReleaseLock or AcquireReentrantLock or ReleaseReentrantLock or AcquireSemaphore or ReleaseSemaphore
        or SetEvent or ResetEvent or QueryEvent or AwaitEvent or ArriveAtBarrier or PassBarrier
        or BeginWait or AwaitNotification or ReacquireLock or NotifyWaiters);

    /// <param name="Agents">Who, in order of the first access.</param>
    /// <param name="Last">Whose access was the last.</param>
    /// <param name="Overlap">Whether somebody came back after another one.</param>
    internal sealed record Children(EquatableArray<string> Agents, string? Last, bool Overlap);

    /// <param name="HasStarted">Whether there is a child.</param>
    /// <param name="Count">How many changes there were since.</param>
    internal sealed record Parent(bool HasStarted, int Count);
}
