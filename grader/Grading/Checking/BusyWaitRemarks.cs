using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Grading.Checking;

/// <summary>Says of loops that ask without a pause what they cost, and what would do without.</summary>
internal static class BusyWaitRemarks
{
    /// <summary>A remark on each, in the order of the source.</summary>
    /// <param name="asked">What such loops ask.</param>
    public static IEnumerable<LocalizedText> On(IEnumerable<AskedOperation> asked) => asked
        .DistinctBy(a => a.Site)
        .OrderBy(a => a.Site.File, StringComparer.Ordinal)
        .ThenBy(a => a.Site.Line)
        .Select(a => On(a.Site, a.Operation.Describe(), Instead(a.Operation)));

    private static LocalizedText On(CallSite site, LocalizedText asked, LocalizedText instead) => (
        $"{site}: the loop here asks {asked.En} again and again without a pause, which keeps a processor busy for as long as it waits. {instead.En} waits without that. This remark costs no points.",
        $"{site}：这里的循环不停地询问 {asked.Zh}，中间没有停顿，等多久就让处理器空转多久。{instead.Zh}也能等待，却不会这样。这条说明不扣分。");

    private static LocalizedText Instead(Operation asked) => asked switch
    {
        QueryAlive or QueryExitCode or QueryActiveChildren or JoinProcess => ("ChildProcess.Join", "用 ChildProcess.Join "),
        QueryEvent or AwaitEvent => ("ProcessEvent.Wait", "用 ProcessEvent.Wait "),
        QueryQueueFull or PutItem => ("ProcessQueue.Put", "用 ProcessQueue.Put "),
        QueryQueueEmpty or QueryQueueCount or GetItem => ("ProcessQueue.Get", "用 ProcessQueue.Get "),
        AcquireLock or AcquireReentrantLock => ("Acquire, or TryAcquire with a time,", "用 Acquire，或者带时限的 TryAcquire，"),
        AcquireSemaphore => ("ProcessSemaphore.Acquire", "用 ProcessSemaphore.Acquire "),
        PollConnection => ("Connection.Receive, or Poll with a time,", "用 Connection.Receive，或者带时限的 Poll，"),
        AwaitTask => ("PoolResult.Get", "用 PoolResult.Get "),
        _ => ("ProcessCondition.Wait, or the Wait of a ProcessEvent that is set by who changes this,", "用 ProcessCondition.Wait，或者由改变它的进程来设置一个 ProcessEvent，再用它的 Wait，"),
    };
}
