using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Grading.Checking;

/// <summary>Says of loops that ask without a pause what they cost, and what would do without.</summary>
internal static class BusyWaitRemarks
{
    /// <summary>A remark on each, in the order of the source.</summary>
    /// <param name="asked">What such loops ask.</param>
    public static IEnumerable<string> On(IEnumerable<AskedOperation> asked) => asked
        .DistinctBy(a => a.Site)
        .OrderBy(a => a.Site.File, StringComparer.Ordinal)
        .ThenBy(a => a.Site.Line)
        .Select(a => $"{a.Site}: the loop here asks {a.Operation.Describe()} again and again without a pause, which keeps a processor busy for as long as it waits. {Instead(a.Operation)} waits without that. This remark costs no points.");

    private static string Instead(Operation asked) => asked switch
    {
        QueryAlive or QueryExitCode or QueryActiveChildren or JoinProcess => "ChildProcess.Join",
        QueryEvent or AwaitEvent => "ProcessEvent.Wait",
        QueryQueueFull or PutItem => "ProcessQueue.Put",
        QueryQueueEmpty or QueryQueueCount or GetItem => "ProcessQueue.Get",
        AcquireLock or AcquireReentrantLock => "Acquire, or TryAcquire with a time,",
        AcquireSemaphore => "ProcessSemaphore.Acquire",
        PollConnection => "Connection.Receive, or Poll with a time,",
        AwaitTask => "PoolResult.Get",
        _ => "ProcessCondition.Wait, or the Wait of a ProcessEvent that is set by who changes this,",
    };
}
