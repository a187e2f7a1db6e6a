namespace ExerciseKit.Grading.Submissions.Trees;

/// <summary>A hand-in that is one file, shown under the name that its exercise gives it.</summary>
internal sealed class SingleFileTree(string path, string name) : ISubmissionTree
{
    private readonly FolderTree folder = new(Path.GetDirectoryName(path)!);

    public IReadOnlyList<string> Folders(string folder) => [];

    public IReadOnlyList<string> Files(string folder) =>
        folder == TreePath.Folder(name) ? [TreePath.Name(name)] : [];

    public FileContent Read(string shownPath, int maxBytes) => folder.Read(Path.GetFileName(path), maxBytes);
}
