using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Traces;

/// <summary>One schedule and what it led to.</summary>
/// <param name="Choices">The schedule.</param>
/// <param name="Steps">What each choice led to, in the same order.</param>
/// <param name="Fault">What went wrong in it by itself, whatever is checked; null when it ended as a program should.</param>
public sealed record Trace(IReadOnlyList<Choice> Choices, IReadOnlyList<TraceStep> Steps, Fault? Fault)
{
    /// <summary>Whether somebody waited in it for a process, and would not have waited for ever.</summary>
    public bool HasTimedJoins => Steps.Any(s => s.Events.Any(e => e is OperationCompleted { Operation: JoinProcess { Patience: { } patience } } && patience > TimeSpan.Zero));

    /// <summary>The state after the last step, when those who go on have asked for what comes next; null where nobody waited for that.</summary>
    public KernelState? End { get; init; }
}

/// <summary>One step of a trace.</summary>
/// <param name="Before">The state in which it was chosen.</param>
/// <param name="After">The state that it led to.</param>
/// <param name="Events">What happened.</param>
public sealed record TraceStep(KernelState Before, KernelState After, IReadOnlyList<KernelEvent> Events);
