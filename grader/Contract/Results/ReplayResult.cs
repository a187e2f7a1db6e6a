namespace ExerciseKit.Contract.Results;

/// <summary>What running one interleaving again came to.</summary>
/// <param name="ExerciseId">The exercise.</param>
/// <param name="Title">Its title.</param>
/// <param name="Check">The check that the interleaving breaks, with what it showed this time and its timeline.</param>
/// <param name="Steps">How many steps the token has.</param>
/// <param name="IsSameHandIn">Whether this is the hand-in that the token was made of.</param>
/// <param name="Divergence">Where the run went another way; null when it did as the token says.</param>
/// <param name="Sandbox">What the processes were kept from; null where nobody asked.</param>
public sealed record ReplayResult(
    string ExerciseId,
    LocalizedText Title,
    CheckResult Check,
    int Steps,
    bool IsSameHandIn,
    ReplayDivergence? Divergence,
    SandboxReport? Sandbox = null);

/// <summary>Where a replay went another way than its token.</summary>
/// <param name="Step">The step, from 1; one more than the token has where only the end was another.</param>
/// <param name="Expected">What should have come, in words.</param>
/// <param name="Came">What came instead, in words.</param>
public sealed record ReplayDivergence(int Step, LocalizedText Expected, LocalizedText Came);
