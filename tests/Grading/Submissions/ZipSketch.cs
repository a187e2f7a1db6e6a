using System.IO.Compression;
using System.Text;

namespace ExerciseKit.Tests.Grading.Submissions;

/// <summary>Makes zips, honest and other.</summary>
internal sealed class ZipSketch
{
    private readonly List<(string Name, byte[] Bytes, int UnixMode)> entries = [];

    public ZipSketch Add(string name, string text, int unixMode = 0) => Add(name, Encoding.UTF8.GetBytes(text), unixMode);

    public ZipSketch Add(string name, byte[] bytes, int unixMode = 0)
    {
        entries.Add((name, bytes, unixMode));
        return this;
    }

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes, unixMode) in entries)
            {
                var entry = archive.CreateEntry(name);
                entry.ExternalAttributes = unixMode << 16;
                using var content = entry.Open();
                content.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    /// <summary>Sets bit 0 of the flags, "encrypted", in each header.</summary>
    public byte[] ToBytesMarkedEncrypted()
    {
        var bytes = ToBytes();
        foreach (var (header, flagsAt) in Headers(bytes))
            bytes[header + flagsAt] |= 1;
        return bytes;
    }

    /// <summary>Claims another unpacked length in the directory.</summary>
    public byte[] ToBytesClaiming(uint length)
    {
        var bytes = ToBytes();
        foreach (var (header, _) in Headers(bytes).Where(h => h.FlagsAt == 8))
            BitConverter.TryWriteBytes(bytes.AsSpan(header + 24), length);
        return bytes;
    }

    /// <summary>Names the method of packing otherwise in each header.</summary>
    public byte[] ToBytesPackedBy(ushort method)
    {
        var bytes = ToBytes();
        foreach (var (header, flagsAt) in Headers(bytes))
            BitConverter.TryWriteBytes(bytes.AsSpan(header + flagsAt + 2), method);
        return bytes;
    }

    /// <summary>With the names written as a packer does that knows nothing but its system's own encoding.</summary>
    public byte[] ToBytesNamedIn(string encoding)
    {
        var with = CodePagesEncodingProvider.Instance.GetEncoding(encoding)!;
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, with))
        {
            foreach (var (name, content, _) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        var bytes = stream.ToArray();
        foreach (var (header, flagsAt) in Headers(bytes))
            bytes[header + flagsAt + 1] &= unchecked((byte)~0x08);
        return bytes;
    }

    private static IEnumerable<(int At, int FlagsAt)> Headers(byte[] bytes)
    {
        for (var i = 0; i + 4 <= bytes.Length; i++)
        {
            if (bytes.AsSpan(i, 4).SequenceEqual("PK\u0003\u0004"u8))
                yield return (i, 6);
            else if (bytes.AsSpan(i, 4).SequenceEqual("PK\u0001\u0002"u8))
                yield return (i, 8);
        }
    }
}
