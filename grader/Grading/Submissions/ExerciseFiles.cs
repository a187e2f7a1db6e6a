using System.Text;
using ExerciseKit.Contract;
using ExerciseKit.Exercises;
using ExerciseKit.Preparation.Compilation;

namespace ExerciseKit.Grading.Submissions;

/// <summary>Takes an exercise's student files out of a hand-in.</summary>
internal static class ExerciseFiles
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the files that the exercise lists as the student's; whatever else lies there is not looked at.</summary>
    /// <param name="exercise">Whose files.</param>
    /// <param name="tree">The hand-in.</param>
    /// <param name="folder">The exercise's folder in it; null when it is absent.</param>
    /// <param name="limits">How much is read.</param>
    public static SubmittedExercise Take(Exercise exercise, ISubmissionTree tree, string? folder, SubmissionLimits limits)
    {
        var files = new List<SourceFile>();
        var problems = new List<SubmissionProblem>();
        foreach (var name in exercise.Files.Order(StringComparer.Ordinal))
        {
            if (folder is null)
                problems.Add(new(name, $"{exercise.Id} was not handed in: there is no {name}."));
            else if (ProblemOf(name, folder, tree, limits, out var bytes) is { } message)
                problems.Add(new(name, message));
            else
                files.Add(new(name, bytes));
        }

        return new SubmittedExercise(exercise, files.ToEquatableArray(), problems.ToEquatableArray());
    }

    private static string? ProblemOf(string name, string folder, ISubmissionTree tree, SubmissionLimits limits, out byte[] bytes)
    {
        bytes = [];
        var path = TreePath.Join(folder, name);
        var present = tree.Files(TreePath.Folder(path));
        if (!present.Contains(TreePath.Name(path)))
        {
            var nearMiss = present.FirstOrDefault(f => f.Equals(TreePath.Name(path), StringComparison.OrdinalIgnoreCase));
            return nearMiss is null
                ? $"{name} was not handed in. Put it into the exercise's folder under exactly that name."
                : $"{name} was not handed in; {nearMiss} is there. Rename it to {name}: upper and lower case count.";
        }

        switch (tree.Read(path, limits.MaxSourceBytes))
        {
            case TooLongFile:
                return $"{name} is longer than {limits.MaxSourceBytes} bytes, the most that a source file may be. Hand in the source and nothing else in it.";
            case UnreadableFile unreadable:
                return $"{name} can't be read: {unreadable.Reason}";
            case WholeFile whole:
                bytes = whole.Bytes;
                return Utf8Fault(name, bytes);
            default:
                throw new InvalidOperationException("A kind of content is not handled.");
        }
    }

    private static string? Utf8Fault(string name, byte[] bytes)
    {
        try
        {
            StrictUtf8.GetCharCount(bytes);
            return null;
        }
        catch (DecoderFallbackException e)
        {
            return $"{name} is not UTF-8: byte 0x{e.BytesUnknown![0]:X2} at offset {e.Index} belongs to no character. Save it as UTF-8.";
        }
    }
}
