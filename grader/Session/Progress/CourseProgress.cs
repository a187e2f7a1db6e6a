using ExerciseKit.Exercises;
using ExerciseKit.Grading.Submissions;

namespace ExerciseKit.Session.Progress;

/// <summary>How far a student is in a course, as the files stand now.</summary>
/// <param name="Exercises">Each exercise with its state, in the course's order.</param>
public sealed record CourseProgress(IReadOnlyList<(Exercise Exercise, ExerciseState State)> Exercises)
{
    /// <summary>How many are solved, and still as they were.</summary>
    public int Solved => Exercises.Count(e => e.State == ExerciseState.Solved);

    /// <summary>The first that is not; null when all are.</summary>
    public Exercise? Next => Exercises.FirstOrDefault(e => e.State != ExerciseState.Solved).Exercise;

    /// <summary>Looks.</summary>
    /// <param name="place">The course, and the student's folder.</param>
    /// <param name="book">What was solved.</param>
    public static CourseProgress Of(Workplace place, ProgressBook book)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(book);
        var entries = book.Entries().ToLookup(e => e.Exercise);
        var hashes = entries.Count == 0 ? new Dictionary<string, string>() : HandInHash.Of(place.Student.Exercises, place.Course);
        return new CourseProgress([.. place.Course.Exercises.Select(e => (e, StateOf(entries[e.Id], hashes.GetValueOrDefault(e.Id))))]);
    }

    private static ExerciseState StateOf(IEnumerable<ProgressEntry> solved, string? hash)
    {
        var state = ExerciseState.Open;
        foreach (var entry in solved)
        {
            if (entry.Hash == hash)
                return ExerciseState.Solved;
            state = ExerciseState.ToBeChecked;
        }

        return state;
    }
}
