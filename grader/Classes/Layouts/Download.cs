using ExerciseKit.Classes.HandIns;

namespace ExerciseKit.Classes.Layouts;

/// <summary>A folder of all hand-ins, as it was downloaded.</summary>
/// <param name="HandIns">The hand-ins, in order of their places.</param>
/// <param name="Notes">What lies there and is none, a sentence each.</param>
public sealed record Download(IReadOnlyList<HandIn> HandIns, IReadOnlyList<string> Notes);
