using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;

namespace ExerciseKit.Grading.Submissions;

/// <summary>Names what is handed in for an exercise by what counts in it, so that it is known later whether it is still the same.</summary>
public static class HandInHash
{
    /// <summary>SHA-256 of each exercise's student files, in hexadecimal, as <see cref="ExerciseFinished.Hash"/> tells it.</summary>
    /// <param name="path">A folder of exercise folders.</param>
    /// <param name="catalog">The exercises.</param>
    /// <returns>By id; none where there is nothing to read.</returns>
    public static IReadOnlyDictionary<string, string> Of(string path, ExerciseCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        try
        {
            var submission = SubmissionReader.Read(path, catalog, [.. catalog.Exercises.Select(e => e.Id)]);
            return submission.Exercises.ToDictionary(e => e.Exercise.Id, e => SubmissionHash.Of([e]));
        }
        catch (BadInputException)
        {
            return new Dictionary<string, string>();
        }
    }
}
