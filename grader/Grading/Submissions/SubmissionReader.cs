using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Grading.Submissions.Layout;
using ExerciseKit.Grading.Submissions.Trees;

namespace ExerciseKit.Grading.Submissions;

/// <summary>Reads a hand-in into memory: a folder of exercise folders, one exercise's folder, one <c>.cs</c>, or an archive of these.</summary>
internal sealed class SubmissionReader
{
    private readonly ExerciseCatalog catalog;
    private readonly IReadOnlyList<string> ids;
    private readonly SubmissionLimits limits;
    private readonly SubmissionLayout layout;

    private SubmissionReader(ExerciseCatalog catalog, IReadOnlyList<string> ids, SubmissionLimits limits)
    {
        this.catalog = catalog;
        this.ids = ids;
        this.limits = limits;
        layout = new SubmissionLayout(catalog, ids, limits);
    }

    /// <summary>Takes the student's files of the exercises to grade, and nothing else.</summary>
    /// <param name="path">Where the hand-in is.</param>
    /// <param name="catalog">The exercises there are.</param>
    /// <param name="ids">The exercises to grade, present or not; empty for those that are found.</param>
    /// <param name="limits">How much is read; null for the usual.</param>
    /// <exception cref="BadInputException">There is nothing to grade at the path, or it is no hand-in.</exception>
    public static Submission Read(string path, ExerciseCatalog catalog, IReadOnlyList<string> ids, SubmissionLimits? limits = null)
    {
        ThrowIfUnknown(ids, catalog);
        return new SubmissionReader(catalog, ids, limits ?? SubmissionLimits.Default).Read(path);
    }

    /// <summary>Takes the student's files from a path, or from single files that are the hand-in.</summary>
    /// <inheritdoc cref="Read(string, ExerciseCatalog, IReadOnlyList{string}, SubmissionLimits?)"/>
    public static Submission Read(string path, IReadOnlyList<GatheredFile> files, ExerciseCatalog catalog, IReadOnlyList<string> ids)
    {
        if (files.Count == 0)
            return Read(path, catalog, ids);
        ThrowIfUnknown(ids, catalog);
        return new SubmissionReader(catalog, ids, SubmissionLimits.Default).ReadTree(path, new GatheredTree(files), Path.GetFileName(path), isFolder: false);
    }

    /// <summary>An archive's tree.</summary>
    /// <param name="path">The archive.</param>
    /// <param name="limits">How much is read.</param>
    /// <exception cref="BadInputException">It is not there, or can't be read.</exception>
    public static ISubmissionTree Archive(string path, SubmissionLimits limits) => File.Exists(path)
        ? ArchiveTree.Open(path, ReadArchive(path, Path.GetFullPath(path), limits), limits)
        : throw new BadInputException(($"{path} is not there (looked for {Path.GetFullPath(path)}). Name the zip that was handed in.", $"找不到 {path}（查找的是 {Path.GetFullPath(path)}）。请指定所提交的 zip 文件。"));

    private static void ThrowIfUnknown(IReadOnlyList<string> ids, ExerciseCatalog catalog)
    {
        var unknown = ids.Where(id => catalog.Find(id) is null).ToList();
        if (unknown.Count > 0)
            throw new BadInputException((
                $"There is no exercise {string.Join(", ", unknown)}. Known are {string.Join(", ", catalog.Exercises.Select(e => e.Id))}.",
                $"没有练习 {string.Join("，", unknown)}。现有的练习：{string.Join("，", catalog.Exercises.Select(e => e.Id))}。"));
    }

    private Submission Read(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new BadInputException(("No path was given. Name a folder, a .cs file or a zip.", "没有指定路径。请指定一个文件夹、一个 .cs 文件或一个 zip 文件。"));
        var fullPath = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Directory.Exists(fullPath))
            return ReadTree(path, new FolderTree(fullPath), Path.GetFileName(fullPath), isFolder: true);
        if (!File.Exists(fullPath))
            throw new BadInputException(($"{path} is not there (looked for {fullPath}). Name a folder, a .cs file or a zip.", $"找不到 {path}（查找的是 {fullPath}）。请指定一个文件夹、一个 .cs 文件或一个 zip 文件。"));
        if (FileNames.IsSource(fullPath))
            return ReadFile(path, fullPath);
        var bytes = ReadArchive(path, fullPath, limits);
        if (ArchiveKind.Of(bytes) is null && !ArchiveKind.IsNamedSo(fullPath))
            throw new BadInputException(($"{path} is no folder, no .cs file and no zip. Name one of these.", $"{path} 既不是文件夹，也不是 .cs 文件或 zip 文件。请指定其中一种。"));
        return ReadTree(path, ArchiveTree.Open(path, bytes, limits), Path.GetFileName(fullPath), isFolder: false);
    }

    private static byte[] ReadArchive(string path, string fullPath, SubmissionLimits limits)
    {
        try
        {
            using var stream = File.OpenRead(fullPath);
            if (stream.Length > limits.MaxArchiveBytes)
                throw new BadInputException(($"{path} is {stream.Length} bytes long, where {limits.MaxArchiveBytes} are the most. Leave out bin and obj.", $"{path} 有 {stream.Length} 字节，而最多允许 {limits.MaxArchiveBytes} 字节。请去掉 bin 和 obj。"));
            return stream.ReadAtMost(limits.MaxArchiveBytes) is WholeFile whole ? whole.Bytes : throw new BadInputException(($"{path} grows while it is read. Name a file that nobody writes to.", $"{path} 在读取时还在变长。请指定一个没有谁在写的文件。"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(($"{path} can't be read: {e.Message} Give the grader's user the right to read it.", $"{path} 无法读取：“{e.Message}”请让运行评分程序的用户有权读取它。"));
        }
    }

    private Submission ReadFile(string path, string fullPath)
    {
        var fileName = Path.GetFileName(fullPath);
        var exercise = ids.Count == 1 ? catalog.Find(ids[0])! : layout.ExerciseOf(fileName) ?? throw new BadInputException((
            $"{path} is no exercise's file; they are {string.Join(", ", catalog.Exercises.SelectMany(e => e.Files))}. Rename it, or say which exercise it is with --exercise.",
            $"{path} 不是任何练习的文件；练习的文件有 {string.Join("，", catalog.Exercises.SelectMany(e => e.Files))}。请改名，或者用 --exercise 说明是哪个练习。"));
        var name = exercise.Files.Contains(fileName) ? fileName : exercise.Files[0];
        // The user named this very file, so a link is theirs to follow.
        var target = File.ResolveLinkTarget(fullPath, returnFinalTarget: true)?.FullName ?? fullPath;
        var place = new ExercisePlace("", new Dictionary<string, string> { [name] = name }, []);
        return Take(new SingleFileTree(target, name), own: null, new SubmissionMap(new Dictionary<string, ExercisePlace> { [exercise.Id] = place }, LocalizedText.Same(fileName)));
    }

    private Submission ReadTree(string path, ISubmissionTree handIn, string topName, bool isFolder)
    {
        if (handIn.Files("").Count == 0 && handIn.Folders("").Count == 0)
            throw new BadInputException(($"{path} is empty. Name the folder or the file that holds the answers.", $"{path} 是空的。请指定存放答案的文件夹或文件。"));
        var tree = new UnpackingTree(handIn, limits);
        var found = layout.Locate(tree, topName, isFolder);
        // What was asked for by name and is absent scores 0; what was not asked for can't be told from a wrong path.
        if (!found.HoldsAny && ids.Count == 0)
            throw new BadInputException(NothingIn(path, found, tree.Complaints));
        return Take(tree, new OwnFiles(tree, topName, catalog, limits), found);
    }

    private LocalizedText NothingIn(string path, SubmissionMap found, IReadOnlyList<LocalizedText> complaints)
    {
        var seen = found.Seen.IsEmpty ? LocalizedText.Empty : ($" What was found: {found.Seen.En}.", $"找到的文件有：{found.Seen.Zh}。");
        var closed = LocalizedText.Join(LocalizedText.Empty, complaints.Take(3).Select(c => new LocalizedText(" " + c.En, c.Zh)));
        var first = catalog.Exercises[0];
        return (
            $"Nothing in {path} is an exercise: neither a folder such as {first.Id} nor a file such as {first.Files[0]}.{seen.En}{closed.En} Name the folder that holds them.",
            $"{path} 里没有任何练习：既没有 {first.Id} 这样的文件夹，也没有 {first.Files[0]} 这样的文件。{seen.Zh}{closed.Zh}请指定存放它们的文件夹。");
    }

    private Submission Take(ISubmissionTree tree, OwnFiles? own, SubmissionMap found)
    {
        var files = new ExerciseFiles(tree, own, limits);
        var exercises = catalog.Exercises
            .Where(e => ids.Count == 0 ? found.Places.ContainsKey(e.Id) : ids.Contains(e.Id))
            .Select(e => files.Take(e, found.Places.GetValueOrDefault(e.Id), found.Seen))
            .ToEquatableArray();
        return new Submission(exercises, SubmissionHash.Of(exercises));
    }
}
