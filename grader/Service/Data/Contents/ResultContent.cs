using System.IO.Compression;
using System.Text.Json;
using ExerciseKit.Classes.Results;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Service.Data.Contents;

/// <summary>Results as the database keeps them: the whole as JSON, by Brotli, and what marks need of it as JSON beside it.</summary>
internal static class ResultContent
{
    public static byte[] Pack(GradeResult result)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
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

    public static string WriteRecord(HandInRecord record) => JsonSerializer.Serialize(record, ResultJson.Options);

    public static HandInRecord ReadRecord(string json) => JsonSerializer.Deserialize<HandInRecord>(json, ResultJson.Options)
        ?? throw new InvalidOperationException("A result's record is null.");
}
