using ExerciseKit.Contract;

namespace ExerciseKit.Grading.Submissions.Layout;

/// <summary>Where an exercise lies in a hand-in.</summary>
/// <param name="Home">The folder that is its own: the one named after it, else the one that holds its file.</param>
/// <param name="Paths">For each of the student's files that is there, by the name that the exercise gives it, where it lies.</param>
/// <param name="Remarks">What was taken otherwise than it should have been handed in, a sentence each.</param>
internal sealed record ExercisePlace(string Home, IReadOnlyDictionary<string, string> Paths, IReadOnlyList<LocalizedText> Remarks);

/// <summary>What was found in a hand-in.</summary>
/// <param name="Places">The place of each exercise found, by id.</param>
/// <param name="Seen">Some of the files that lie in it, sources first, and how many more there are: to be told.</param>
internal sealed record SubmissionMap(IReadOnlyDictionary<string, ExercisePlace> Places, LocalizedText Seen)
{
    /// <summary>Whether any exercise's file is there.</summary>
    public bool HoldsAny => Places.Values.Any(p => p.Paths.Count > 0);
}
