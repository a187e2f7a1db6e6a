using ExerciseKit.Contract;
using ExerciseKit.Exercises;
using ExerciseKit.Grading.Submissions.Layout;
using ExerciseKit.Grading.Submissions.Trees;
using ExerciseKit.Preparation.Compilation;

namespace ExerciseKit.Grading.Submissions;

/// <summary>Takes an exercise's student files out of a hand-in.</summary>
/// <param name="tree">The hand-in.</param>
/// <param name="own">Takes the files of the student's own; null where only the exercise's count.</param>
/// <param name="limits">How much is read.</param>
internal sealed class ExerciseFiles(ISubmissionTree tree, OwnFiles? own, SubmissionLimits limits)
{
    /// <summary>Reads the files that the exercise lists as the student's, and those of the student's own beside them.</summary>
    /// <param name="exercise">Whose files.</param>
    /// <param name="place">Where they are; null when the exercise is absent.</param>
    /// <param name="seen">Some of what lies in the hand-in, to be told.</param>
    public SubmittedExercise Take(Exercise exercise, ExercisePlace? place, string seen)
    {
        var files = new List<SourceFile>();
        var problems = new List<SubmissionProblem>();
        var remarks = new List<string>(place?.Remarks ?? []);
        foreach (var name in exercise.Files.Order(StringComparer.Ordinal))
        {
            if (place is null)
                problems.Add(new(name, $"{exercise.Id} was not handed in: there is no {name}. What was handed in: {seen}."));
            else if (ProblemOf(name, place, seen, remarks, out var bytes) is { } message)
                problems.Add(new(name, message));
            else
                files.Add(new(name, bytes));
        }

        var besides = place is null ? [] : own?.Take(exercise, place, remarks) ?? [];
        return new SubmittedExercise(exercise, files.ToEquatableArray(), problems.ToEquatableArray())
        {
            Own = besides.ToEquatableArray(),
            Remarks = remarks.ToEquatableArray(),
        };
    }

    private string? ProblemOf(string name, ExercisePlace place, string seen, List<string> remarks, out byte[] bytes)
    {
        bytes = [];
        if (!place.Paths.TryGetValue(name, out var path))
            return $"{name} was not handed in. Put it into the exercise's folder under exactly that name. What was handed in: {seen}.";

        switch (tree.Read(path, limits.MaxSourceBytes))
        {
            case TooLongFile:
                return $"{name} is longer than {limits.MaxSourceBytes} bytes, the most that a source file may be. Hand in the source and nothing else in it.";
            case UnreadableFile unreadable:
                return $"{name} can't be read: {unreadable.Reason}";
            case WholeFile whole:
                bytes = SourceEncoding.ToUtf8(whole.Bytes, out var readAs, out var line);
                if (readAs is not null)
                    remarks.Add($"{name} is not UTF-8: line {line} was read as {readAs}. Save it as UTF-8, so that it means the same to everybody.");
                return null;
            default:
                throw new InvalidOperationException("A kind of content is not handled.");
        }
    }
}
