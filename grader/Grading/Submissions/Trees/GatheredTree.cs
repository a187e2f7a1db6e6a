namespace ExerciseKit.Grading.Submissions.Trees;

/// <summary>A hand-in of single files, as download systems lay those of all students side by side.</summary>
internal sealed class GatheredTree : ISubmissionTree
{
    private readonly SortedDictionary<string, string> places = new(StringComparer.Ordinal);

    /// <param name="files">The files; of two with one name the last counts.</param>
    public GatheredTree(IEnumerable<GatheredFile> files)
    {
        foreach (var file in files)
            places[file.Name] = Path.GetFullPath(file.Path);
    }

    public IReadOnlyList<string> Folders(string folder) => [];

    public IReadOnlyList<string> Files(string folder) => folder.Length == 0 ? [.. places.Keys] : [];

    public FileContent Read(string path, int maxBytes) =>
        new FolderTree(Path.GetDirectoryName(places[path])!).Read(Path.GetFileName(places[path]), maxBytes);
}
