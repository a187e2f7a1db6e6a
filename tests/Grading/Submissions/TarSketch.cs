using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace ExerciseKit.Tests.Grading.Submissions;

/// <summary>Makes tars, in each of the forms that there are.</summary>
internal sealed class TarSketch(TarEntryFormat format = TarEntryFormat.Pax)
{
    private readonly List<(string Name, byte[]? Bytes, TarEntryType Type)> entries = [];

    public TarSketch Add(string name, string text) => Add(name, Encoding.UTF8.GetBytes(text));

    public TarSketch Add(string name, byte[] bytes)
    {
        entries.Add((name, bytes, format == TarEntryFormat.V7 ? TarEntryType.V7RegularFile : TarEntryType.RegularFile));
        return this;
    }

    public TarSketch AddFolder(string name)
    {
        entries.Add((name, null, TarEntryType.Directory));
        return this;
    }

    public TarSketch AddLink(string name, string target)
    {
        entries.Add((name, Encoding.UTF8.GetBytes(target), TarEntryType.SymbolicLink));
        return this;
    }

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var tar = new TarWriter(stream, format, leaveOpen: true))
        {
            foreach (var (name, bytes, type) in entries)
            {
                var entry = New(type, name);
                if (type == TarEntryType.SymbolicLink)
                    entry.LinkName = Encoding.UTF8.GetString(bytes!);
                else if (bytes is not null)
                    entry.DataStream = new MemoryStream(bytes);
                tar.WriteEntry(entry);
            }
        }

        return stream.ToArray();
    }

    public byte[] ToCompressedBytes()
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal))
            gzip.Write(ToBytes());
        return stream.ToArray();
    }

    private TarEntry New(TarEntryType type, string name) => format switch
    {
        TarEntryFormat.V7 => new V7TarEntry(type, name),
        TarEntryFormat.Ustar => new UstarTarEntry(type, name),
        TarEntryFormat.Gnu => new GnuTarEntry(type, name),
        _ => new PaxTarEntry(type, name),
    };
}
