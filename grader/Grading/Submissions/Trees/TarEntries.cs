using System.IO.Compression;
using System.Text;
using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Grading.Submissions.Trees;

/// <summary>Reads a tar, compressed by gzip or not, block by block; the framework's reader believes any length that it is told.</summary>
internal static class TarEntries
{
    private const int MaxHeldBytes = 64 << 20;

    /// <summary>The entries of a tar that is compressed.</summary>
    /// <inheritdoc cref="Read" path="/exception"/>
    public static IEnumerable<ArchiveEntry> ReadCompressed(string shown, byte[] bytes, SubmissionLimits limits) =>
        Read(shown, new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress), limits);

    /// <summary>The entries.</summary>
    /// <param name="shown">What the archive is called, to be told.</param>
    /// <param name="stream">The tar; read to its end, and closed.</param>
    /// <param name="limits">How much is read.</param>
    /// <exception cref="BadInputException">It holds what no hand-in should.</exception>
    /// <exception cref="InvalidDataException">It is broken.</exception>
    public static IReadOnlyList<ArchiveEntry> Read(string shown, Stream stream, SubmissionLimits limits)
    {
        using var blocks = new TarBlocks(shown, stream, limits);
        var names = new List<(byte[], bool)>();
        var contents = new List<FileContent?>();
        var held = 0L;
        while (blocks.Next() is { } header)
        {
            var content = Content(shown, header, blocks, limits);
            held += content is WholeFile whole ? whole.Bytes.Length : 0;
            if (held > MaxHeldBytes)
                throw new BadInputException($"{shown} holds more than {MaxHeldBytes} bytes of files. Leave out everything but the source files.");
            names.Add((header.Name, false));
            contents.Add(content);
            if (names.Count > limits.MaxArchiveEntries)
                throw new BadInputException($"{shown} holds more than {limits.MaxArchiveEntries} entries. Leave out bin and obj.");
        }

        var texts = NameBytes.ToText(names);
        return [.. texts.Select((name, i) => new ArchiveEntry(EntryName.Normalized(shown, name, limits), contents[i] is null, maxBytes =>
            contents[i] is WholeFile { Bytes.Length: var length } && length > maxBytes ? new TooLongFile() : contents[i]!))];
    }

    // Null for a folder. All that may be asked for is held: a tar has no directory to come back by.
    private static FileContent? Content(string shown, TarHeader header, TarBlocks blocks, SubmissionLimits limits)
    {
        var name = EntryName.Shown(Encoding.UTF8.GetString(header.Name));
        switch (header.Type)
        {
            case '5':
                blocks.Skip(header.Length);
                return null;
            case '1' or '2':
                throw new BadInputException($"{shown} holds the link \"{name}\". Pack the file that it points to.");
            case not ('0' or '\0' or '7'):
                throw new BadInputException($"{shown} holds \"{name}\", which is neither a file nor a folder. Leave it out.");
        }

        var most = ArchiveKind.IsNamedSo(name) ? limits.MaxInnerBytes : limits.MaxSourceBytes;
        if (header.Length > most)
        {
            blocks.Skip(header.Length);
            return new TooLongFile();
        }

        return new WholeFile(blocks.Read((int)header.Length));
    }
}
