using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Grading.Submissions.Trees;

/// <summary>A tree in which archives are folders, opened when they are first looked into.</summary>
/// <remarks>How many are opened, of which size and how far inside one another is bounded for the whole hand-in.</remarks>
internal sealed class UnpackingTree : ISubmissionTree
{
    private readonly ISubmissionTree outer;
    private readonly SubmissionLimits limits;
    private readonly Budget budget;
    private readonly int depth;
    private readonly Dictionary<string, ISubmissionTree> opened = new(StringComparer.Ordinal);

    /// <summary>Wraps a hand-in.</summary>
    public UnpackingTree(ISubmissionTree outer, SubmissionLimits limits)
        : this(outer, limits, new Budget(), 0)
    {
    }

    private UnpackingTree(ISubmissionTree outer, SubmissionLimits limits, Budget budget, int depth) =>
        (this.outer, this.limits, this.budget, this.depth) = (outer, limits, budget, depth);

    /// <summary>Why archives in it were not looked into, a sentence each.</summary>
    public IReadOnlyList<LocalizedText> Complaints => budget.Complaints;

    public IReadOnlyList<string> Folders(string folder)
    {
        var (tree, inside) = Find(folder);
        return tree != this ? tree.Folders(inside) : [.. outer.Folders(folder).Concat(outer.Files(folder).Where(ArchiveKind.IsNamedSo)).Order(StringComparer.Ordinal)];
    }

    public IReadOnlyList<string> Files(string folder)
    {
        var (tree, inside) = Find(folder);
        return tree != this ? tree.Files(inside) : [.. outer.Files(folder).Where(f => !ArchiveKind.IsNamedSo(f))];
    }

    public FileContent Read(string path, int maxBytes)
    {
        var (tree, inside) = Find(path);
        return tree != this ? tree.Read(inside, maxBytes) : outer.Read(path, maxBytes);
    }

    // The archive that a path leads through, and the rest of the path in it; else this tree and the path.
    private (ISubmissionTree Tree, string Inside) Find(string path)
    {
        for (var end = 0; end < path.Length; end++)
        {
            end = path.IndexOf('/', end) is >= 0 and var slash ? slash : path.Length;
            var archive = path[..end];
            if (ArchiveKind.IsNamedSo(archive) && outer.Files(TreePath.Folder(archive)).Contains(TreePath.Name(archive)))
                return (Open(archive), end < path.Length ? path[(end + 1)..] : "");
        }

        return (this, path);
    }

    private ISubmissionTree Open(string archive)
    {
        if (!opened.TryGetValue(archive, out var tree))
            opened[archive] = tree = OpenNew(archive);
        return tree;
    }

    private ISubmissionTree OpenNew(string archive)
    {
        if (depth >= limits.MaxInnerDepth)
            return Closed(($"{archive} was not looked into: it lies in {depth + 1} archives, one in another, where {limits.MaxInnerDepth} are the most.", $"没有查看 {archive}：它套在 {depth + 1} 层压缩包里，而最多允许 {limits.MaxInnerDepth} 层。"));
        if (++budget.Archives > limits.MaxInnerArchives)
            return Closed(($"{archive} was not looked into: the hand-in holds more than {limits.MaxInnerArchives} archives.", $"没有查看 {archive}：提交的内容里压缩包超过 {limits.MaxInnerArchives} 个。"));
        switch (outer.Read(archive, limits.MaxInnerBytes - budget.Bytes))
        {
            case WholeFile whole:
                budget.Bytes += whole.Bytes.Length;
                return Opened(archive, whole.Bytes);
            case TooLongFile:
                return Closed(($"{archive} was not looked into: the archives in the hand-in take more than {limits.MaxInnerBytes} bytes.", $"没有查看 {archive}：提交的内容里的压缩包合计超过 {limits.MaxInnerBytes} 字节。"));
            case UnreadableFile unreadable:
                return Closed(($"{archive} can't be read: {unreadable.Reason.En}.", $"{archive} 无法读取：{unreadable.Reason.Zh}。"));
            default:
                throw new InvalidOperationException("A kind of content is not handled.");
        }
    }

    private ISubmissionTree Opened(string archive, byte[] bytes)
    {
        try
        {
            return new UnpackingTree(ArchiveTree.Open(archive, bytes, limits), limits, budget, depth + 1);
        }
        catch (BadInputException e)
        {
            return Closed(e.Text ?? (e.Message, $"“{e.Message}”"));
        }
    }

    private EmptyTree Closed(LocalizedText complaint)
    {
        budget.Complaints.Add(complaint);
        return new EmptyTree();
    }

    /// <summary>What all archives of one hand-in have used.</summary>
    private sealed class Budget
    {
        public int Archives { get; set; }

        public int Bytes { get; set; }

        public List<LocalizedText> Complaints { get; } = [];
    }

    private sealed class EmptyTree : ISubmissionTree
    {
        public IReadOnlyList<string> Folders(string folder) => [];

        public IReadOnlyList<string> Files(string folder) => [];

        public FileContent Read(string path, int maxBytes) => throw new InvalidOperationException($"{path} is not there.");
    }
}
