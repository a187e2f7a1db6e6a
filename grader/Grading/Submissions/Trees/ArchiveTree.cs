using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Grading.Submissions.Trees;

/// <summary>A hand-in that is an archive. It is read in memory; nothing is unpacked to disk.</summary>
internal sealed class ArchiveTree : ISubmissionTree
{
    private readonly Dictionary<string, ArchiveEntry> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> folders = new(StringComparer.Ordinal) { [""] = new(StringComparer.Ordinal) };

    private ArchiveTree(string shown, IEnumerable<ArchiveEntry> entries)
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries.Where(e => e.Name.Length > 0))
        {
            if (!entry.IsFolder && !seen.TryAdd(entry.Name, entry.Name))
                throw new BadInputException($"{shown} holds \"{EntryName.Shown(entry.Name)}\" beside \"{EntryName.Shown(seen[entry.Name])}\", which are one file on some systems. Keep one of them.");
            // The resources of macOS files, beside the files.
            if (entry.Name.Split('/')[0] != "__MACOSX")
                Add(entry);
        }
    }

    /// <summary>Opens an archive after looking through the names and sizes of all that is in it.</summary>
    /// <param name="name">What it is called, to be told.</param>
    /// <param name="bytes">The archive.</param>
    /// <param name="limits">How much is read.</param>
    /// <exception cref="BadInputException">It is broken, of a kind that is not read, or holds what no hand-in should.</exception>
    public static ArchiveTree Open(string name, byte[] bytes, SubmissionLimits limits)
    {
        var kind = ArchiveKind.Of(bytes) ?? ArchiveKind.ByName(name);
        var shown = $"The {kind ?? "file"} {name}";
        try
        {
            return new ArchiveTree(shown, kind switch
            {
                ArchiveKind.Zip => ZipEntries.Read(shown, bytes, limits),
                ArchiveKind.Tar => TarEntries.Read(shown, new MemoryStream(bytes), limits),
                ArchiveKind.Gzip => TarEntries.ReadCompressed(shown, bytes, limits),
                null => throw new BadInputException($"{name} is no archive that is read here. Pack the hand-in as a zip."),
                _ => throw new BadInputException($"{name} is packed as {kind}, which is not read here. Pack the hand-in as a zip."),
            });
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            throw new BadInputException($"{name} can't be read as a {kind}: {e.Message} Pack the hand-in again.");
        }
    }

    public IReadOnlyList<string> Folders(string folder) =>
        folders.TryGetValue(folder, out var names) ? [.. names.Where(n => folders.ContainsKey(TreePath.Join(folder, n)))] : [];

    public IReadOnlyList<string> Files(string folder) =>
        folders.TryGetValue(folder, out var names) ? [.. names.Where(n => files.ContainsKey(TreePath.Join(folder, n)))] : [];

    public FileContent Read(string path, int maxBytes) => files[path].Read(maxBytes);

    private void Add(ArchiveEntry entry)
    {
        var rest = entry.Name;
        if (entry.IsFolder)
            folders.TryAdd(rest, new(StringComparer.Ordinal));
        else
            files.Add(rest, entry);
        while (rest.Length > 0)
        {
            var parent = TreePath.Folder(rest);
            folders.TryAdd(parent, new(StringComparer.Ordinal));
            folders[parent].Add(TreePath.Name(rest));
            rest = parent;
        }
    }
}
