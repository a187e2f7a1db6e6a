using ExerciseKit.Contract;

namespace ExerciseKit.Authoring.Verification;

/// <summary>Whether the exercises tell right answers from wrong ones.</summary>
public sealed record VerificationResult(EquatableArray<ExerciseVerification> Exercises)
{
    public bool Passed => Exercises.All(e => e.Passed);

    /// <summary>Whether the grader itself failed on a variant, so that nothing is known about it.</summary>
    public bool MetGraderFault => Exercises.Any(e => e.Variants.Any(v => v.Outcome == VariantOutcome.GraderFault));
}

/// <summary>One exercise's verification.</summary>
/// <param name="Id">The exercise.</param>
/// <param name="Variants">Each known hand-in and how it came out.</param>
/// <param name="Kills">For each check, the wrong answers that fail it; a check without one is a fault.</param>
/// <param name="Faults">What is wrong with the exercise's answers themselves, such as a mutant that expects nothing.</param>
public sealed record ExerciseVerification(
    string Id,
    EquatableArray<VariantResult> Variants,
    EquatableArray<CheckKills> Kills,
    EquatableArray<string> Faults)
{
    public bool Passed => Faults.Count == 0 && Variants.All(v => v.Outcome == VariantOutcome.AsExpected) && Kills.All(k => k.Mutants.Count > 0);
}

/// <summary>How one known hand-in came out.</summary>
/// <param name="ExerciseId">The exercise that it answers.</param>
/// <param name="Name">What it is called, such as <c>mutants/no-lock.cs</c>.</param>
/// <param name="Outcome">Whether it came out as it must.</param>
/// <param name="Message">What did not; empty when all did.</param>
public sealed record VariantResult(string ExerciseId, string Name, VariantOutcome Outcome, string Message);

/// <summary>The wrong answers that fail a check.</summary>
public sealed record CheckKills(string CheckId, EquatableArray<string> Mutants);

/// <summary>Whether a known hand-in came out as it must.</summary>
public enum VariantOutcome
{
    AsExpected,

    Otherwise,

    /// <summary>It could not be graded.</summary>
    GraderFault,
}
