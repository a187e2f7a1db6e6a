using System.Text;
using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Grading.Submissions.Trees;

/// <summary>What stands before an entry of a tar.</summary>
/// <param name="Name">The bytes of its name.</param>
/// <param name="Type">What it is, by the letter that the format gives it.</param>
/// <param name="Length">How many bytes follow.</param>
internal sealed record TarHeader(byte[] Name, char Type, long Length);

/// <summary>The blocks of 512 bytes that a tar is made of (POSIX.1, with GNU's long names), and no more of them than the limits allow.</summary>
internal sealed class TarBlocks(string shown, Stream stream, SubmissionLimits limits) : IDisposable
{
    private const int BlockLength = 512;
    private const int MaxExtensionBytes = 64 << 10;
    private static readonly byte[] PathKey = "path="u8.ToArray();

    private readonly byte[] block = new byte[BlockLength];
    private long total;

    /// <summary>The next entry's header, whose bytes must be read or skipped then; null at the end.</summary>
    public TarHeader? Next()
    {
        byte[]? longName = null;
        while (ReadBlock() && block.AsSpan().ContainsAnyExcept((byte)0))
        {
            var length = Number(124, 12);
            if (length < 0)
                throw new InvalidDataException("It holds an entry of a length below 0.");
            switch ((char)block[156])
            {
                case 'L':
                    longName = Trimmed(ReadExtension(length));
                    break;
                case 'x':
                    longName = PathIn(ReadExtension(length)) ?? longName;
                    break;
                case 'g':
                    Skip(length);
                    break;
                case var type:
                    var name = longName ?? Name();
                    EntryName.CheckLength(shown, name.Length, limits);
                    return new TarHeader(name, type == '\0' && name.EndsWith("/"u8) ? '5' : type, type is '5' ? 0 : length);
            }
        }

        return null;
    }

    /// <summary>An entry's bytes.</summary>
    public byte[] Read(int length)
    {
        var content = new byte[length];
        Take(content);
        Pad(length);
        return content;
    }

    /// <summary>Passes an entry's bytes by.</summary>
    public void Skip(long length)
    {
        for (var left = length; left > 0; left -= BlockLength)
            Take(block);
    }

    public void Dispose() => stream.Dispose();

    private byte[] ReadExtension(long length)
    {
        EntryName.CheckLength(shown, (int)Math.Min(length, int.MaxValue), limits with { MaxNameBytes = MaxExtensionBytes });
        return Read((int)length);
    }

    private bool ReadBlock()
    {
        var read = stream.ReadAtLeast(block, BlockLength, throwOnEndOfStream: false);
        Count(read);
        return read == BlockLength ? true : read == 0 ? false : throw new InvalidDataException("It is cut short.");
    }

    private void Take(Span<byte> into)
    {
        Count(into.Length);
        if (stream.ReadAtLeast(into, into.Length, throwOnEndOfStream: false) < into.Length)
            throw new InvalidDataException("It is cut short.");
    }

    private void Pad(long length)
    {
        if (length % BlockLength is var used and > 0)
            Take(block.AsSpan(0, (int)(BlockLength - used)));
    }

    private void Count(int bytes)
    {
        if ((total += bytes) > limits.MaxUnpackedBytes)
            throw new BadInputException($"{shown} unpacks to more than {limits.MaxUnpackedBytes} bytes. Leave out everything but the source files.");
    }

    private byte[] Name()
    {
        var name = Trimmed(block.AsSpan(0, 100));
        var prefix = block.AsSpan(TarMarkAt).StartsWith("ustar\0"u8) ? Trimmed(block.AsSpan(345, 155)) : [];
        return prefix.Length == 0 ? name : [.. prefix, (byte)'/', .. name];
    }

    private const int TarMarkAt = 257;

    // Octal digits, or a number of 256s where the first bit says so.
    private long Number(int at, int length)
    {
        var field = block.AsSpan(at, length);
        var value = 0L;
        if ((field[0] & 0x80) != 0)
        {
            foreach (var b in field[^8..])
                value = (value << 8) | b;
            return value;
        }

        foreach (var digit in Encoding.ASCII.GetString(field).Trim(' ', '\0'))
        {
            if (digit is < '0' or > '7')
                throw new InvalidDataException("It holds a number that is none.");
            value = (value << 3) | (long)(digit - '0');
        }

        return value;
    }

    private static byte[] Trimmed(ReadOnlySpan<byte> text) => (text.IndexOf((byte)0) is >= 0 and var end ? text[..end] : text).ToArray();

    // Records of the form "LENGTH KEY=VALUE\n".
    private static byte[]? PathIn(ReadOnlySpan<byte> records)
    {
        byte[]? path = null;
        while (records.IndexOf((byte)' ') is > 0 and var blank
            && int.TryParse(Encoding.ASCII.GetString(records[..blank]), out var length) && length > blank + 1 && length <= records.Length)
        {
            var record = records[(blank + 1)..(length - 1)];
            if (record.StartsWith(PathKey))
                path = record[PathKey.Length..].ToArray();
            records = records[length..];
        }

        return path;
    }
}
