namespace ExerciseKit.Classes.Layouts;

/// <summary>A file or folder right inside the folder of all hand-ins.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its full path.</param>
/// <param name="IsFolder">Whether it is a folder.</param>
internal sealed record Entry(string Name, string Path, bool IsFolder)
{
    private static readonly string[] Archives = [".zip", ".tar", ".tgz", ".gz", ".rar", ".7z", ".xz", ".bz2", ".zst"];

    /// <summary>Whether it is an archive by its name, of a kind that is read or one that is told of.</summary>
    public bool IsArchive => !IsFolder && Array.Exists(Archives, a => Name.EndsWith(a, StringComparison.OrdinalIgnoreCase));

    public bool IsSource => !IsFolder && Name.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is a clone of a git repository.</summary>
    public bool IsClone => IsFolder && System.IO.Path.Exists(System.IO.Path.Combine(Path, ".git"));

    /// <summary>Its name without what says that it is an archive or a source.</summary>
    public string Stem
    {
        get
        {
            if (IsFolder)
                return Name;
            var stem = System.IO.Path.GetFileNameWithoutExtension(Name);
            return stem.EndsWith(".tar", StringComparison.OrdinalIgnoreCase) ? stem[..^4] : stem;
        }
    }

    /// <summary>What lies in a folder, in order of the names, without what file managers leave.</summary>
    public static IReadOnlyList<Entry> In(string folder) =>
    [
        .. new DirectoryInfo(folder).EnumerateFileSystemInfos()
            .Where(f => !IsLeftBehind(f.Name))
            .Select(f => new Entry(f.Name, f.FullName, f is DirectoryInfo))
            .OrderBy(e => e.Name, StringComparer.Ordinal),
    ];

    private static bool IsLeftBehind(string name) => name.StartsWith('.') || name is "__MACOSX" or "Thumbs.db" or "desktop.ini";
}
