using ExerciseKit.Contract;
using ExerciseKit.Preparation.Policy;

namespace ExerciseKit.Preparation.Rewriting;

/// <summary>What became of a submission's assembly.</summary>
internal abstract record RewriteOutcome;

/// <summary>It may be run in a host, and only there.</summary>
/// <param name="Assembly">The rewritten assembly.</param>
/// <param name="Symbols">Its portable symbols.</param>
/// <param name="ReuseIsSafe">Whether a second run in the same load context meets every static as the first did.</param>
internal sealed record Rewritten(byte[] Assembly, byte[] Symbols, bool ReuseIsSafe) : RewriteOutcome
{
    /// <summary>What it may not use and uses in methods that nobody calls: these do nothing any more.</summary>
    public EquatableArray<PolicyRefusal> Idle { get; init; } = [];

    /// <summary>What is rarely meant as it stands: a sentence each, for who fails a check.</summary>
    public EquatableArray<LocalizedText> Cautions { get; init; } = [];
}

/// <summary>It uses what graded code may not; at least one refusal, in the order of the source.</summary>
internal sealed record Refused(EquatableArray<PolicyRefusal> Refusals) : RewriteOutcome;
