using System.Buffers.Binary;
using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Grading.Submissions.Trees;

/// <summary>A zip's directory, read by its bytes: the framework's reader tells neither how an entry is packed nor the bytes of its name, and holds all names before one can be refused.</summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int LocatorLength = 20;
    private const int MaxCommentLength = ushort.MaxValue;
    private const ushort NamesAreUtf8 = 1 << 11;

    /// <summary>One entry.</summary>
    /// <param name="Name">The bytes of its name.</param>
    /// <param name="IsUtf8">Whether the packer says that these are UTF-8.</param>
    /// <param name="Method">How it is packed, by the number that the format gives it.</param>
    public readonly record struct Item(byte[] Name, bool IsUtf8, int Method);

    /// <summary>The entries, in their order.</summary>
    /// <param name="shown">What the zip is called, to be told.</param>
    /// <param name="bytes">The zip.</param>
    /// <param name="limits">How many entries, and how long names, it may have.</param>
    /// <exception cref="BadInputException">There are more, or longer ones.</exception>
    /// <exception cref="InvalidDataException">It is broken.</exception>
    public static IReadOnlyList<Item> Read(string shown, ReadOnlySpan<byte> bytes, SubmissionLimits limits)
    {
        var items = new List<Item>();
        var count = 0;
        for (var rest = bytes[Start(bytes)..]; rest.Length >= EntryLength && rest.StartsWith("PK\u0001\u0002"u8); count++)
        {
            var nameLength = Number(rest, 28);
            var length = EntryLength + nameLength + Number(rest, 30) + Number(rest, 32);
            if (length > rest.Length)
                throw new InvalidDataException("Its directory is cut short.");
            EntryName.CheckLength(shown, nameLength, limits);
            if (count < limits.MaxArchiveEntries)
                items.Add(new Item(rest.Slice(EntryLength, nameLength).ToArray(), (Number(rest, 8) & NamesAreUtf8) != 0, Number(rest, 10)));
            rest = rest[length..];
        }

        return count <= limits.MaxArchiveEntries ? items : throw new BadInputException(
            $"{shown} holds {count} entries, where {limits.MaxArchiveEntries} are the most. Leave out bin and obj.");
    }

    // Where the directory begins stands in a record at the end, and beyond 4 GiB or 65,535 entries in another before it.
    private static int Start(ReadOnlySpan<byte> bytes)
    {
        var tail = bytes[Math.Max(0, bytes.Length - EndLength - MaxCommentLength)..];
        var end = tail.LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + EndLength > tail.Length)
            throw new InvalidDataException("Its end is missing.");
        ulong start = BinaryPrimitives.ReadUInt32LittleEndian(tail[(end + 16)..]);
        if (start == uint.MaxValue && end >= LocatorLength && tail[(end - LocatorLength)..].StartsWith("PK\u0006\u0007"u8))
        {
            var record = BinaryPrimitives.ReadUInt64LittleEndian(tail[(end - LocatorLength + 8)..]);
            if (record + 56 > (ulong)bytes.Length)
                throw new InvalidDataException("Its end points beyond it.");
            start = BinaryPrimitives.ReadUInt64LittleEndian(bytes[((int)record + 48)..]);
        }

        return start <= (ulong)bytes.Length ? (int)start : throw new InvalidDataException("Its directory lies beyond its end.");
    }

    private static int Number(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
}
