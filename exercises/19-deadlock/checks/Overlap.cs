using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Bank;

/// <summary>Whether a child read or wrote balances between what another did with them.</summary>
internal sealed record Overlap(Accounts Accounts, Interleaving Turns)
{
    public static Observer<Overlap> Of(Transfers transfers) => new(
        new Overlap(Accounts.None, new Interleaving([], [], IsSo: false)),
        (seen, happened) => happened is OperationCompleted completed ? seen.After(completed, transfers) : seen with { Accounts = seen.Accounts.Opened },
        [new StartPattern { Who = Who.Root }, new OperationPattern<FileOperation>(), new OperationPattern<ObjectOperation> { Where = HoldsValues }],
        seen => seen.Turns.IsSo ? ("one was in the middle of another", "有一笔插在另一笔中间") : ("each had done with the balances before another began", "每一笔都动完余额，另一笔才开始"))
    { SeesTime = false };

    private Overlap After(OperationCompleted completed, Transfers transfers) =>
        completed.Agent == Names.Root ? this with { Accounts = Accounts.After(completed.Operation, transfers) }
        : !Turns.IsSo && Accounts.AreTouchedBy(completed.Operation) ? this with { Turns = Turns.After(completed.Agent) }
        : this;

    private static bool HoldsValues(ObjectOperation operation) => operation is not
        (AcquireLock or ReleaseLock or AcquireReentrantLock or ReleaseReentrantLock or AcquireSemaphore or ReleaseSemaphore
        or SetEvent or ResetEvent or QueryEvent or AwaitEvent or ArriveAtBarrier or PassBarrier
        or BeginWait or AwaitNotification or ReacquireLock or NotifyWaiters);
}
