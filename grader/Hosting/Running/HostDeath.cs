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
    private const string Overflow = "Its stack overflowed: does a method call itself without end?";

    /// <summary>The end that it would have asked for.</summary>
    /// <param name="exit">How the host ended.</param>
    /// <param name="site">Its last call.</param>
    public static EndProcess EndOf(HostExit exit, CallSite site) => LimitOf(exit) is { } limit
        ? new EndProcess(Ending.OverLimit, AbortedExitCode, Crash: new Crash("", limit, "", site))
        : new EndProcess(Ending.Threw, AbortedExitCode, Crash: new Crash("(the process died)", exit.IsStackOverflow ? Overflow : "The process ended without a word; a stack that overflows does that.", "", site));

    /// <summary>The same as a fault of a run.</summary>
    /// <param name="exit">How the host ended.</param>
    /// <param name="agent">Whose host it was.</param>
    /// <exception cref="GraderFaultException">Nothing of the student's explains it.</exception>
    public static Fault FaultOf(HostExit exit, AgentState agent)
    {
        if (exit.IsStackOverflow)
            return new Fault(Verdict.Crash, $"{ProcessLabel.Of(agent)} overflowed its stack after {agent.Site}: does a method call itself without end?", agent.Site);
        if (LimitOf(exit) is { } limit)
            return new Fault(Verdict.Limit, $"{ProcessLabel.Of(agent)} {limit} ({agent.Site})", agent.Site);
        // The runtime does not fail by itself: code that a signal ends was the student's, whatever it did.
        if (exit.Code > SignalExitCode)
            return new Fault(Verdict.Crash, $"{ProcessLabel.Of(agent)} was ended by the system after {agent.Site} (exit code {exit.Code}).", agent.Site);
        throw new GraderFaultException(HostProcess.Sentence(exit, $"in the middle of a run of {ProcessLabel.Of(agent)}"));
    }

    private static string? LimitOf(HostExit exit) => exit switch
    {
        { IsOutOfMemory: true } => $"needed more than the {exit.Limits.MaxMemoryBytes >> 20} MiB of memory that are allowed (maxMemoryBytes), and the runtime gave up.",
        { IsFileTooLong: true } => $"wrote more than the {exit.Limits.MaxFileBytes} bytes that are allowed in a file (maxFileBytes), and the system ended it.",
        _ => null,
    };
}
