using System.Text;
using ExerciseKit.Contract;
using ExerciseKit.Exercises;
using ExerciseKit.Grading.Submissions.Layout;
using ExerciseKit.Grading.Submissions.Trees;
using ExerciseKit.Preparation.Compilation;

namespace ExerciseKit.Grading.Submissions;

/// <summary>Takes the source files of their own that students put beside an exercise's, as <c>dotnet build</c> does, and says of those given with it that were changed.</summary>
internal sealed class OwnFiles(ISubmissionTree tree, string topName, ExerciseCatalog catalog, SubmissionLimits limits)
{
    private const int MaxNameChars = 120;

    private readonly ExerciseNames names = new(catalog);
    private readonly HashSet<string> listed = [.. catalog.Exercises.SelectMany(e => e.Files)];
    private readonly HashSet<string> given = [.. catalog.Exercises.SelectMany(e => e.Given)];

    /// <summary>The files, in order of their names.</summary>
    /// <param name="exercise">Beside whose.</param>
    /// <param name="place">Where it lies.</param>
    /// <param name="remarks">Gets what was not taken, and why.</param>
    public IReadOnlyList<SourceFile> Take(Exercise exercise, ExercisePlace place, List<LocalizedText> remarks)
    {
        var taken = new List<SourceFile>();
        var left = new List<LocalizedText>();
        var bytes = 0;
        foreach (var path in Around(exercise, place).Order(StringComparer.Ordinal))
        {
            var name = place.Home.Length == 0 ? path : path[(place.Home.Length + 1)..];
            if (exercise.Given.Contains(TreePath.Name(name)))
                CompareGiven(exercise, path, remarks);
            if (given.Contains(TreePath.Name(name)) || (listed.Contains(TreePath.Name(name)) && !exercise.Files.Contains(TreePath.Name(name))))
                continue;
            if (ReasonAgainst(exercise, name, path, taken.Count, ref bytes, out var content) is { } reason)
                left.Add(($"{EntryName.Shown(name)} ({reason.En})", $"{EntryName.Shown(name)}（{reason.Zh}）"));
            else
                taken.Add(new SourceFile(name, SourceEncoding.ToUtf8(content, out _, out _)));
        }

        if (left.Count > 0)
            remarks.Add(NotCompiled(ListOf(left)));
        return taken;
    }

    // In a folder that is nobody's own, what lies right there; other projects and other exercises keep theirs.
    private IEnumerable<string> Around(Exercise exercise, ExercisePlace place)
    {
        var main = place.Paths.Values.ToHashSet(StringComparer.Ordinal);
        var others = new List<string>();
        foreach (var folder in FolderWalk.From(tree, place.Home, topName, names, limits))
        {
            if (others.Any(o => folder.Path.StartsWith(o, StringComparison.Ordinal)))
                continue;
            if (folder.Path != place.Home && IsAnothers(exercise, folder))
            {
                others.Add(folder.Path + "/");
                continue;
            }

            foreach (var path in folder.Files.Where(FileNames.IsSource).Select(f => TreePath.Join(folder.Path, f)).Where(p => !main.Contains(p)))
                yield return path;
        }
    }

    private bool IsAnothers(Exercise exercise, WalkedFolder folder) =>
        (names.ByAnyName(TreePath.Name(folder.Path)) is { } other && other != exercise)
        || folder.Files.Any(f => f.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase))
        || ArchiveKind.IsNamedSo(folder.Path);

    private LocalizedText? ReasonAgainst(Exercise exercise, string name, string path, int count, ref int bytes, out byte[] content)
    {
        content = [];
        if (exercise.Files.Contains(TreePath.Name(name)))
            return ($"another {TreePath.Name(name)} was taken", $"已经取了另一个 {TreePath.Name(name)}");
        if (FileNames.IsCopy(TreePath.Name(name)))
            return ("a copy, by its name", "从文件名看是副本");
        // It comes to stand in messages and timelines.
        if (name.Length > MaxNameChars || name.EnumerateRunes().Any(r => !FileNames.Shows(r)))
            return ($"its name has more than {MaxNameChars} characters, or some that do not show", $"文件名超过 {MaxNameChars} 个字符，或者含有不可见字符");
        if (count >= limits.MaxOwnFiles)
            return ($"{limits.MaxOwnFiles} files beside the exercise's are the most", $"除本题的文件外，最多再取 {limits.MaxOwnFiles} 个文件");
        switch (tree.Read(path, limits.MaxOwnBytes - bytes))
        {
            case WholeFile whole:
                content = whole.Bytes;
                bytes += content.Length;
                return null;
            case UnreadableFile unreadable:
                return unreadable.Reason;
            default:
                return ($"files beside the exercise's may have {limits.MaxOwnBytes} bytes together", $"除本题的文件外，其余文件合计最多 {limits.MaxOwnBytes} 字节");
        }
    }

    private void CompareGiven(Exercise exercise, string path, List<LocalizedText> remarks)
    {
        var name = TreePath.Name(path);
        if (name != Exercise.ProgramFile
            && tree.Read(path, limits.MaxSourceBytes) is var content
            && File.Exists(Path.Combine(exercise.Folder, name))
            && (content is not WholeFile whole || Plain(whole.Bytes) != Plain(File.ReadAllBytes(Path.Combine(exercise.Folder, name)))))
        {
            remarks.Add(GivenDiffers(EntryName.Shown(path), exercise.Files[0]));
        }
    }

    // Line ends and marks are the editor's and the repository's.
    private static string Plain(byte[] bytes) =>
        Encoding.UTF8.GetString(SourceEncoding.ToUtf8(bytes, out _, out _)).TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd();

    private static LocalizedText NotCompiled(LocalizedText files) => ($"Not compiled with it: {files.En}.", $"没有一起编译的文件：{files.Zh}。");

    private static LocalizedText GivenDiffers(string given, string own) => (
        $"{given} is given with the exercise, and yours differs from it; the exercise's own was compiled. Put what you need into {own}.",
        $"{given} 是随题给出的文件，而你的与它不同；编译时用的是题目原来的那份。需要改的内容请写进 {own}。");

    private static LocalizedText ListOf(List<LocalizedText> items)
    {
        const int Told = 8;
        var told = LocalizedText.Join((", ", "，"), items.Take(Told));
        return items.Count > Told ? ($"{told.En} and {items.Count - Told} more", $"{told.Zh}，还有 {items.Count - Told} 个") : told;
    }
}
