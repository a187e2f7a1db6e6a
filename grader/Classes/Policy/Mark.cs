using ExerciseKit.Contract;

namespace ExerciseKit.Classes.Policy;

/// <summary>A mark, with what made it another than the checks' points.</summary>
/// <param name="Points">The mark.</param>
/// <param name="Changes">Each rule that had to do with it, and by how much it changed it.</param>
/// <param name="Exercises">The part of each exercise.</param>
public sealed record Mark(decimal Points, EquatableArray<MarkChange> Changes, EquatableArray<ExercisePoints> Exercises)
{
    /// <summary>How many of the course's late days are not used.</summary>
    public int LateDaysLeft { get; init; }
}

/// <summary>An exercise's part of a mark.</summary>
public sealed record ExercisePoints(string Id, decimal Points);

/// <summary>What a rule did to a mark.</summary>
/// <param name="Rule">The rule: <c>weight</c>, <c>extension</c>, <c>grace</c>, <c>late-days</c>, <c>penalty</c>, <c>unknown-time</c>, <c>override</c>.</param>
/// <param name="Exercise">Of which exercise.</param>
/// <param name="By">By how much it changed the mark.</param>
/// <param name="Words">What it did, a sentence.</param>
public sealed record MarkChange(string Rule, string Exercise, decimal By, LocalizedText Words);
