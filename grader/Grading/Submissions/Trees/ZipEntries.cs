using System.IO.Compression;
using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Grading.Submissions.Trees;

/// <summary>Looks through a zip and refuses what no honest hand-in holds.</summary>
internal static class ZipEntries
{
    private const int UnixTypeMask = 0xF000;
    private const int UnixRegularFile = 0x8000;
    private const int UnixFolder = 0x4000;
    private const int UnixLink = 0xA000;

    private static readonly Dictionary<int, string> Methods = new()
    {
        [1] = "shrinking",
        [6] = "imploding",
        [12] = "bzip2",
        [14] = "LZMA",
        [93] = "Zstandard",
        [95] = "xz",
        [96] = "JPEG",
        [98] = "PPMd",
        [99] = "encryption",
    };

    /// <summary>The entries.</summary>
    /// <param name="shown">What the zip is called, to be told.</param>
    /// <param name="bytes">The zip.</param>
    /// <param name="limits">How much is read.</param>
    /// <exception cref="BadInputException">It holds what no hand-in should.</exception>
    /// <exception cref="InvalidDataException">It is broken.</exception>
    public static IEnumerable<ArchiveEntry> Read(string shown, byte[] bytes, SubmissionLimits limits)
    {
        var directory = ZipDirectory.Read(shown, bytes, limits);
        var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        if (archive.Entries.Count != directory.Count)
            throw new InvalidDataException("Its directory contradicts itself.");
        var names = NameBytes.ToText([.. directory.Select(i => (i.Name, i.IsUtf8))]);
        var total = 0L;
        for (var i = 0; i < names.Length; i++)
        {
            var entry = archive.Entries[i];
            var method = directory[i].Method;
            CheckKind(shown, names[i], entry);
            total += entry.Length;
            if (entry.Length < 0 || total < 0 || total > limits.MaxUnpackedBytes)
                throw new BadInputException($"{shown} says that it unpacks to more than {limits.MaxUnpackedBytes} bytes. Leave out everything but the source files.");
            yield return new ArchiveEntry(EntryName.Normalized(shown, names[i], limits), names[i].EndsWith('/'), maxBytes => Read(entry, method, maxBytes));
        }
    }

    private static void CheckKind(string shown, string name, ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted)
            throw new BadInputException($"{shown} holds \"{EntryName.Shown(name)}\" encrypted. Pack the hand-in without a password.");
        switch ((entry.ExternalAttributes >> 16) & UnixTypeMask)
        {
            case 0 or UnixRegularFile or UnixFolder:
                return;
            case UnixLink:
                throw new BadInputException($"{shown} holds the link \"{EntryName.Shown(name)}\". Pack the file that it points to.");
            default:
                throw new BadInputException($"{shown} holds \"{EntryName.Shown(name)}\", which is neither a file nor a folder. Leave it out.");
        }
    }

    private static FileContent Read(ZipArchiveEntry entry, int method, int maxBytes)
    {
        if (Methods.TryGetValue(method, out var by))
            return new UnreadableFile(($"the zip packs it by {by}, which is not read here, so it counts as not handed in. Pack the hand-in again as an ordinary zip, by deflate", $"压缩包用 {by} 方式压缩它，这里读不了，所以视为没有提交。请用普通的 zip（deflate）重新打包"));
        if (entry.Length > maxBytes)
            return new TooLongFile();
        try
        {
            using var stream = entry.Open();
            var content = stream.ReadAtMost(maxBytes);
            // The archive class checks neither, and stops at the length it was told.
            return content is WholeFile whole && (whole.Bytes.Length != entry.Length || Crc32.Of(whole.Bytes) != entry.Crc32)
                ? new UnreadableFile(("its content is not what the zip's directory says; pack the hand-in again", "它的内容与压缩包目录所记的不一致，请重新打包"))
                : content;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            return new UnreadableFile(($"{e.Message} Pack the hand-in again.", $"“{e.Message}”请重新打包。"));
        }
    }
}
