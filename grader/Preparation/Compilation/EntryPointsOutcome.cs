using ExerciseKit.Contract;

namespace ExerciseKit.Preparation.Compilation;

/// <summary>Whether an assembly has the methods that the grader calls.</summary>
internal abstract record EntryPointsOutcome;

/// <summary>It has.</summary>
/// <param name="TypeName">The class's full name, as reflection takes it.</param>
internal sealed record EntryPointsFound(string TypeName) : EntryPointsOutcome;

/// <summary>It has not.</summary>
/// <param name="Problems">For the student: what was expected, what was found; at least one.</param>
internal sealed record EntryPointsMissing(EquatableArray<LocalizedText> Problems) : EntryPointsOutcome;
