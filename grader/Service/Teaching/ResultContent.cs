using System.IO.Compression;
using System.Text.Json;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Service.Teaching;

/// <summary>A result as the database keeps it: its JSON, by Brotli.</summary>
internal static class ResultContent
{
    public static byte[] Pack(GradeResult result)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
            JsonSerializer.Serialize(brotli, result, ResultJson.Options);
        return packed.ToArray();
    }

    public static byte[] Unpack(byte[] content)
    {
        using var brotli = new BrotliStream(new MemoryStream(content), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        brotli.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    public static GradeResult Read(byte[] content) => JsonSerializer.Deserialize<GradeResult>(Unpack(content), ResultJson.Options)
        ?? throw new InvalidOperationException("A result is null.");
}
