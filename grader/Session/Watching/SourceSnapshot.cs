using ExerciseKit.Contract;

namespace ExerciseKit.Session.Watching;

/// <summary>An exercise's sources as they lie on the disk now: two are equal where nothing was saved in between.</summary>
/// <param name="Files">Each file with its length and its time of writing.</param>
internal sealed record SourceSnapshot(EquatableArray<(string Name, long Length, long WrittenTicks)> Files)
{
    /// <summary>More than any exercise has; a folder with more in it is not looked through to its end at each save.</summary>
    private const int MaxFiles = 500;

    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, MaxRecursionDepth = 4, IgnoreInaccessible = true, AttributesToSkip = 0 };

    /// <summary>Looks. What can't be read counts as not there.</summary>
    public static SourceSnapshot Of(string folder)
    {
        try
        {
            return new SourceSnapshot(new DirectoryInfo(folder).EnumerateFiles("*.cs", Below)
                .Where(f => !IsBuilt(Path.GetRelativePath(folder, f.FullName)))
                .Take(MaxFiles)
                .Select(f => (Path.GetRelativePath(folder, f.FullName), LengthOf(f), f.LastWriteTimeUtc.Ticks))
                .OrderBy(f => f.Item1, StringComparer.Ordinal)
                .ToEquatableArray());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new SourceSnapshot([]);
        }
    }

    // A file that goes while it is looked at, as an editor's do.
    private static long LengthOf(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (IOException)
        {
            return -1;
        }
    }

    private static bool IsBuilt(string name) => name.Split(Path.DirectorySeparatorChar, 2)[0] is "bin" or "obj";
}
