using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Kernel;

/// <summary>What one choice led to.</summary>
/// <param name="State">The state after it.</param>
/// <param name="Replies">The answers, each to an agent that waits for one; that agent runs on.</param>
/// <param name="Events">What happened, in order.</param>
public sealed record StepResult(KernelState State, IReadOnlyList<Reply> Replies, IReadOnlyList<KernelEvent> Events);

/// <summary>An answer to an agent, names relative to it.</summary>
public sealed record Reply(string Agent, Outcome Outcome);
