using System.IO.Compression;
using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Grading.Submissions;

/// <summary>Looks through a zip's directory and refuses what no honest hand-in holds.</summary>
internal static class ZipInspection
{
    private const int UnixTypeMask = 0xF000;
    private const int UnixRegularFile = 0x8000;
    private const int UnixFolder = 0x4000;
    private const int UnixLink = 0xA000;

    /// <summary>Begins each entry of a zip's directory.</summary>
    private static ReadOnlySpan<byte> DirectoryEntry => "PK\u0001\u0002"u8;

    /// <summary>Refuses a zip too big to look into, before any of it is believed.</summary>
    /// <remarks>The archive class reads all entries at once, so they are counted by their signature first.</remarks>
    public static void CheckSize(string path, FileStream stream, SubmissionLimits limits)
    {
        if (stream.Length > limits.MaxArchiveBytes)
            throw Refusal(path, $"is {stream.Length} bytes long, where {limits.MaxArchiveBytes} are the most. Leave out bin and obj.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        stream.Position = 0;
        var rest = bytes.AsSpan();
        var count = 0;
        for (int next; (next = rest.IndexOf(DirectoryEntry)) >= 0; count++)
            rest = rest[(next + DirectoryEntry.Length)..];
        if (count > limits.MaxArchiveEntries)
            throw Refusal(path, $"holds {count} entries, where {limits.MaxArchiveEntries} are the most. Leave out bin and obj.");
    }

    /// <summary>The entries that count, with their names in one form; a folder's ends with a slash.</summary>
    public static IEnumerable<(string Name, ZipArchiveEntry Entry)> Check(string path, ZipArchive archive, SubmissionLimits limits)
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var total = 0L;
        foreach (var entry in archive.Entries)
        {
            // Some packers for Windows write backslashes.
            var name = entry.FullName.Replace('\\', '/');
            CheckName(path, entry, name);
            CheckKind(path, entry);
            total += entry.Length;
            if (entry.Length < 0 || total < 0 || total > limits.MaxUnpackedBytes)
                throw Refusal(path, $"says that it unpacks to more than {limits.MaxUnpackedBytes} bytes. Leave out everything but the source files.");
            if (!seen.TryAdd(name.TrimEnd('/'), entry.FullName))
                throw Refusal(path, $"holds \"{Shown(entry.FullName)}\" beside \"{Shown(seen[name.TrimEnd('/')])}\", which are one file on some systems. Keep one of them.");
            if (name.Split('/')[0] != "__MACOSX")
                yield return (name, entry);
        }
    }

    private static void CheckName(string path, ZipArchiveEntry entry, string name)
    {
        var parts = name.TrimEnd('/').Split('/');
        if (name.StartsWith('/') || (name.Length > 1 && name[1] == ':'))
            throw Refusal(path, $"holds the absolute name \"{Shown(entry.FullName)}\". Pack the folder, not the path to it.");
        if (parts.Any(p => p is "" or "." or "..") || name.Any(char.IsControl))
            throw Refusal(path, $"holds the name \"{Shown(entry.FullName)}\", which leads elsewhere. Pack the hand-in again.");
    }

    private static void CheckKind(string path, ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted)
            throw Refusal(path, $"holds \"{Shown(entry.FullName)}\" encrypted. Pack the hand-in without a password.");
        switch ((entry.ExternalAttributes >> 16) & UnixTypeMask)
        {
            case 0 or UnixRegularFile or UnixFolder:
                return;
            case UnixLink:
                throw Refusal(path, $"holds the link \"{Shown(entry.FullName)}\". Pack the file that it points to.");
            default:
                throw Refusal(path, $"holds \"{Shown(entry.FullName)}\", which is neither a file nor a folder. Leave it out.");
        }
    }

    private static BadInputException Refusal(string path, string fault) => new($"The zip {path} {fault}");

    // A name comes from a stranger and goes to a terminal.
    private static string Shown(string name)
    {
        var shown = string.Concat(name.Select(c => char.IsControl(c) ? '?' : c));
        return shown.Length > 120 ? shown[..120] + "…" : shown;
    }
}
