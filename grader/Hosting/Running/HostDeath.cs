using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Sandboxing;
using ExerciseKit.Kernel;

namespace ExerciseKit.Hosting.Running;

/// <summary>What a process did whose host ended without a word: .NET ends it where even a handler can't help.</summary>
internal static class HostDeath
{
    private const int AbortedExitCode = 134;
    private const int SignalExitCode = 128;
    private static readonly LocalizedText Overflow = ("Its stack overflowed: does a method call itself without end?", "它的栈溢出了：是不是有方法无休止地调用自己？");
    private static readonly LocalizedText WithoutAWord = ("The process ended without a word; a stack that overflows does that.", "进程没有任何提示就结束了，栈溢出时就会这样。");

    /// <summary>The end that it would have asked for.</summary>
    /// <param name="exit">How the host ended.</param>
    /// <param name="site">Its last call.</param>
    public static EndProcess EndOf(HostExit exit, CallSite site) => LimitOf(exit) is { } limit
        ? new EndProcess(Ending.OverLimit, AbortedExitCode, Crash: new Crash("", limit.En, "", site) { MessageZh = limit.Zh })
        : new EndProcess(Ending.Threw, AbortedExitCode, Crash: Died(exit.IsStackOverflow ? Overflow : WithoutAWord, site));

    /// <summary>The same as a fault of a run.</summary>
    /// <param name="exit">How the host ended.</param>
    /// <param name="agent">Whose host it was.</param>
    /// <exception cref="GraderFaultException">Nothing of the student's explains it.</exception>
    public static Fault FaultOf(HostExit exit, AgentState agent)
    {
        if (exit.IsStackOverflow)
            return new Fault(Verdict.Crash, ($"{ProcessLabel.Of(agent)} overflowed its stack after {agent.Site}: does a method call itself without end?", $"{ProcessLabel.Of(agent)} 在 {agent.Site} 之后栈溢出：是不是有方法无休止地调用自己？"), agent.Site);
        if (LimitOf(exit) is { } limit)
            return new Fault(Verdict.Limit, ($"{ProcessLabel.Of(agent)} {limit.En} ({agent.Site})", $"{ProcessLabel.Of(agent)} {limit.Zh}（{agent.Site}）"), agent.Site);
        // The runtime does not fail by itself: code that a signal ends was the student's, whatever it did.
        if (exit.Code > SignalExitCode)
            return new Fault(Verdict.Crash, ($"{ProcessLabel.Of(agent)} was ended by the system after {agent.Site} (exit code {exit.Code}).", $"{ProcessLabel.Of(agent)} 在 {agent.Site} 之后被系统终止（退出码 {exit.Code}）。"), agent.Site);
        throw new GraderFaultException(HostProcess.Sentence(exit, $"in the middle of a run of {ProcessLabel.Of(agent)}"));
    }

    // The name of the type stands where an exception's would.
    private static Crash Died(LocalizedText how, CallSite site) => new("(the process died)", how.En, "", site) { MessageZh = how.Zh };

    private static LocalizedText? LimitOf(HostExit exit) => exit switch
    {
        { IsOutOfMemory: true } => (
            $"needed more than the {exit.Limits.MaxMemoryBytes >> 20} MiB of memory that are allowed (maxMemoryBytes), and the runtime gave up.",
            $"需要的内存超过了允许的 {exit.Limits.MaxMemoryBytes >> 20} MiB（maxMemoryBytes），运行时无法继续。"),
        { IsFileTooLong: true } => (
            $"wrote more than the {exit.Limits.MaxFileBytes} bytes that are allowed in a file (maxFileBytes), and the system ended it.",
            $"写入一个文件的内容超过了允许的 {exit.Limits.MaxFileBytes} 字节（maxFileBytes），被系统终止。"),
        _ => null,
    };
}
