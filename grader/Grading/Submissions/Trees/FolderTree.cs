using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Grading.Submissions.Trees;

/// <summary>A hand-in that is a folder. Links in it are not followed: they could lead out of it.</summary>
internal sealed class FolderTree(string root) : ISubmissionTree
{
    public IReadOnlyList<string> Folders(string folder) =>
        List(folder, d => d.EnumerateDirectories().Where(f => f.LinkTarget is null));

    public IReadOnlyList<string> Files(string folder) => List(folder, d => d.EnumerateFiles());

    public FileContent Read(string path, int maxBytes)
    {
        var file = new FileInfo(Path.Combine(root, path));
        if (file.LinkTarget is not null)
            return new UnreadableFile(("it is a link; hand in the file itself", "它是一个链接，请提交文件本身"));
        // Devices and named pipes say that they are empty, too; opening one could wait for ever.
        if (file.Length == 0)
            return new WholeFile([]);
        try
        {
            using var stream = file.OpenRead();
            return stream.ReadAtMost(maxBytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new UnreadableFile(($"{e.Message} Give the grader's user the right to read it.", $"“{e.Message}”请让运行评分程序的用户有权读取它。"));
        }
    }

    private List<string> List<T>(string folder, Func<DirectoryInfo, IEnumerable<T>> entries)
        where T : FileSystemInfo
    {
        var directory = new DirectoryInfo(Path.Combine(root, folder));
        if (!directory.Exists)
            return [];
        try
        {
            return [.. entries(directory).Select(e => e.Name).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"The folder {directory.FullName} can't be read: {e.Message} Give the grader's user the right to read it.");
        }
    }
}
