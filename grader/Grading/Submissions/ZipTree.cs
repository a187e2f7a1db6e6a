using System.IO.Compression;
using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Grading.Submissions;

/// <summary>A hand-in that is a zip. It is read where it lies; nothing is unpacked to disk.</summary>
internal sealed class ZipTree : ISubmissionTree, IDisposable
{
    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> folders = new(StringComparer.Ordinal) { [""] = new(StringComparer.Ordinal) };

    private ZipTree(ZipArchive archive) => this.archive = archive;

    /// <summary>Opens a zip after looking through the names and sizes of all that is in it.</summary>
    /// <exception cref="BadInputException">It is broken, or holds what no hand-in should.</exception>
    public static ZipTree Open(string path, SubmissionLimits limits)
    {
        FileStream? stream = null;
        ZipTree? tree = null;
        try
        {
            stream = File.OpenRead(path);
            ZipInspection.CheckSize(path, stream, limits);
            tree = new ZipTree(new ZipArchive(stream, ZipArchiveMode.Read));
            foreach (var (name, entry) in ZipInspection.Check(path, tree.archive, limits))
                tree.Add(name, entry);
            return tree;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            tree?.Dispose();
            stream?.Dispose();
            throw new BadInputException($"{path} can't be read as a zip: {e.Message} Pack the hand-in again.");
        }
        catch (BadInputException)
        {
            tree?.Dispose();
            stream?.Dispose();
            throw;
        }
    }

    public IReadOnlyList<string> Folders(string folder) =>
        folders.TryGetValue(folder, out var names) ? [.. names.Where(n => folders.ContainsKey(TreePath.Join(folder, n)))] : [];

    public IReadOnlyList<string> Files(string folder) =>
        folders.TryGetValue(folder, out var names) ? [.. names.Where(n => files.ContainsKey(TreePath.Join(folder, n)))] : [];

    public FileContent Read(string path, int maxBytes)
    {
        var entry = files[path];
        if (entry.Length > maxBytes)
            return new TooLongFile();
        try
        {
            using var stream = entry.Open();
            var content = stream.ReadAtMost(maxBytes);
            // The archive class checks neither, and stops at the length it was told.
            return content is WholeFile whole && (whole.Bytes.Length != entry.Length || Crc32.Of(whole.Bytes) != entry.Crc32)
                ? new UnreadableFile("its content is not what the zip's directory says; pack the hand-in again")
                : content;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            return new UnreadableFile($"{e.Message} Pack the hand-in again.");
        }
    }

    public void Dispose() => archive.Dispose();

    private void Add(string name, ZipArchiveEntry entry)
    {
        var isFolder = name.EndsWith('/');
        var rest = name.TrimEnd('/');
        if (isFolder)
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
