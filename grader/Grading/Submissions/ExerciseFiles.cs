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
    public SubmittedExercise Take(Exercise exercise, ExercisePlace? place, LocalizedText seen)
    {
        var files = new List<SourceFile>();
        var problems = new List<SubmissionProblem>();
        var remarks = new List<LocalizedText>(place?.Remarks ?? []);
        foreach (var name in exercise.Files.Order(StringComparer.Ordinal))
        {
            if (place is null)
                problems.Add(new(name, NotHandedIn(exercise.Id, name, seen)));
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

    private LocalizedText? ProblemOf(string name, ExercisePlace place, LocalizedText seen, List<LocalizedText> remarks, out byte[] bytes)
    {
        bytes = [];
        if (!place.Paths.TryGetValue(name, out var path))
            return Missing(name, seen);

        switch (tree.Read(path, limits.MaxSourceBytes))
        {
            case TooLongFile:
                return TooLong(name, limits.MaxSourceBytes);
            case UnreadableFile unreadable:
                return Unreadable(name, unreadable.Reason);
            case WholeFile whole:
                bytes = SourceEncoding.ToUtf8(whole.Bytes, out var readAs, out var line);
                if (readAs is not null)
                    remarks.Add(NotUtf8(name, line, readAs));
                return null;
            default:
                throw new InvalidOperationException("A kind of content is not handled.");
        }
    }

    private static LocalizedText NotHandedIn(string exercise, string name, LocalizedText seen) => (
        $"{exercise} was not handed in: there is no {name}. What was handed in: {seen.En}.",
        $"没有提交 {exercise}：找不到 {name}。提交的文件有：{seen.Zh}。");

    private static LocalizedText Missing(string name, LocalizedText seen) => (
        $"{name} was not handed in. Put it into the exercise's folder under exactly that name. What was handed in: {seen.En}.",
        $"没有提交 {name}。请把它放进本题的文件夹，文件名要一字不差。提交的文件有：{seen.Zh}。");

    private static LocalizedText TooLong(string name, int bytes) => (
        $"{name} is longer than {bytes} bytes, the most that a source file may be. Hand in the source and nothing else in it.",
        $"{name} 超过了源文件允许的最大长度 {bytes} 字节。请只提交源代码，不要夹带别的内容。");

    private static LocalizedText Unreadable(string name, LocalizedText reason) => ($"{name} can't be read: {reason.En}", $"{name} 无法读取：{reason.Zh}");

    private static LocalizedText NotUtf8(string name, int line, string readAs) => (
        $"{name} is not UTF-8: line {line} was read as {readAs}. Save it as UTF-8, so that it means the same to everybody.",
        $"{name} 不是 UTF-8 编码：第 {line} 行是按 {readAs} 读的。请另存为 UTF-8，这样谁读都一样。");
}
