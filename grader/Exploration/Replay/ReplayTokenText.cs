using System.Buffers.Binary;
using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace ExerciseKit.Exploration.Replay;

/// <summary>The written form of tokens: a version, a dot, and the base64url of a checksum, a length and compressed JSON.</summary>
public static class ReplayTokenText
{
    /// <summary>What every token of this version begins with.</summary>
    public const string Prefix = Family + "1.";

    private const string Family = "replay";
    private const int ChecksumBytes = 4;
    private const int HeaderBytes = ChecksumBytes + sizeof(int);
    private const int Quality = 11;
    private const int Window = 22;

    /// <summary>No run of the grader's is so long; a few bytes can be made to unpack to gigabytes.</summary>
    private const int MaxRecordBytes = 4 * 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new()
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a token; <see cref="Read"/> gives it back.</summary>
    public static string Write(ReplayToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        var record = JsonSerializer.SerializeToUtf8Bytes(ReplayRecord.Of(token), Json);
        var packed = new byte[HeaderBytes + BrotliEncoder.GetMaxCompressedLength(record.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(packed.AsSpan(ChecksumBytes), record.Length);
        if (!BrotliEncoder.TryCompress(record, packed.AsSpan(HeaderBytes), out var length, Quality, Window))
            throw new InvalidOperationException($"A record of {record.Length} bytes did not fit into the {packed.Length} bytes that its compressed form takes at most.");
        var whole = packed.AsSpan(0, HeaderBytes + length);
        Checksum(whole).CopyTo(packed, 0);
        return Prefix + Base64Url.EncodeToString(whole);
    }

    /// <summary>Reads a token; blanks and line ends in it, as a terminal's lines bring, do not matter.</summary>
    public static ReplayTokenReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var token = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        if (token.Length == 0)
            return new UnreadableToken(TokenFault.Empty, ("The replay token is empty. Copy the one that stands beside \"replay\" in the result.", "重放令牌是空的。请复制结果里“重放”旁边的那个。"));
        if (!token.StartsWith(Prefix, StringComparison.Ordinal))
            return Foreign(token);
        return Unpack(token[Prefix.Length..]) is { } record && ReplayRecord.TryRead(record, Json) is { } read
            ? new ReadableToken(read)
            : new UnreadableToken(TokenFault.Damaged, ($"The replay token of {token.Length} characters is damaged: its checksum does not fit. Copy it whole, or grade again for a new one.", $"这个 {token.Length} 个字符的重放令牌已损坏：校验和不符。请完整地复制，或者重新评分，得到新的令牌。"));
    }

    private static UnreadableToken Foreign(string token)
    {
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        return dot > Family.Length && token.StartsWith(Family, StringComparison.Ordinal) && token[Family.Length..dot].All(char.IsAsciiDigit)
            ? new UnreadableToken(TokenFault.OtherVersion, ($"The replay token is of version {token[Family.Length..dot]}; this kit reads version {Prefix[Family.Length..^1]}. Grade again with this kit for a new one.", $"重放令牌的版本是 {token[Family.Length..dot]}，而这个 kit 读的是版本 {Prefix[Family.Length..^1]}。请用它重新评分，得到新的令牌。"))
            : new UnreadableToken(TokenFault.NoToken, ($"\"{token[..Math.Min(token.Length, 20)]}\" is not the beginning of a replay token: those begin with {Prefix} Copy the one that stands beside \"replay\" in the result.", $"“{token[..Math.Min(token.Length, 20)]}”不是重放令牌的开头：令牌以 {Prefix} 开头。请复制结果里“重放”旁边的那个。"));
    }

    private static byte[]? Unpack(string encoded)
    {
        if (!Base64Url.IsValid(encoded))
            return null;
        var packed = Base64Url.DecodeFromChars(encoded);
        var length = packed.Length > HeaderBytes ? BinaryPrimitives.ReadInt32LittleEndian(packed.AsSpan(ChecksumBytes)) : 0;
        if (length is <= 0 or > MaxRecordBytes || !Checksum(packed).AsSpan().SequenceEqual(packed.AsSpan(0, ChecksumBytes)))
            return null;
        var record = new byte[length];
        return BrotliDecoder.TryDecompress(packed.AsSpan(HeaderBytes), record, out var written) && written == length ? record : null;
    }

    /// <summary>Of the length and the compressed record, which follow it.</summary>
    private static byte[] Checksum(ReadOnlySpan<byte> packed) => SHA256.HashData(packed[ChecksumBytes..])[..ChecksumBytes];
}
