using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Kernel;

/// <summary>Something that happened, in the order of happening.</summary>
/// <param name="Agent">Who did it.</param>
/// <param name="At">Virtual time since the run began.</param>
/// <param name="Site">Where in the source.</param>
public abstract record KernelEvent(string Agent, TimeSpan At, CallSite Site);

/// <summary>An operation was answered; names are absolute.</summary>
/// <param name="TimedOut">Whether its patience ran out.</param>
public sealed record OperationCompleted(string Agent, TimeSpan At, CallSite Site, Operation Operation, Outcome Outcome, bool TimedOut)
    : KernelEvent(Agent, At, Site);

/// <summary>A child came to life.</summary>
/// <param name="Child">Its name.</param>
public sealed record ProcessStarted(string Agent, TimeSpan At, CallSite Site, string Child) : KernelEvent(Agent, At, Site)
{
    /// <summary>The pool's worker whose place it takes; null where its parent has started it.</summary>
    public string? InPlaceOf { get; init; }
}

/// <summary>A whole line was printed.</summary>
/// <param name="Line">The line, without its end.</param>
public sealed record LinePrinted(string Agent, TimeSpan At, CallSite Site, ConsoleStream Stream, string Line) : KernelEvent(Agent, At, Site);

/// <summary>A process's code is done; its children may not be.</summary>
/// <param name="End">How.</param>
public sealed record ProcessLeaving(string Agent, TimeSpan At, CallSite Site, EndProcess End) : KernelEvent(Agent, At, Site);

/// <summary>A process is over, its children waited for.</summary>
/// <param name="End">What it ended with.</param>
public sealed record ProcessEnded(string Agent, TimeSpan At, CallSite Site, EndProcess End) : KernelEvent(Agent, At, Site);

/// <summary>A process was ended from outside.</summary>
public sealed record ProcessDied(string Agent, TimeSpan At, CallSite Site, Death Death) : KernelEvent(Agent, At, Site);
