using System.Text;

namespace ExerciseKit.Grading.Submissions;

/// <summary>Reads a source as the compiler and the editors of its country do: UTF-8, or what its first bytes mark, else what Windows writes in China or in the West.</summary>
internal static class SourceEncoding
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Chinese =
        CodePagesEncodingProvider.Instance.GetEncoding("gb18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The encodings that a mark at the beginning names; those of four bytes first, since theirs begin as others do.</summary>
    private static readonly Encoding[] Marked = [Encoding.UTF32, new UTF32Encoding(bigEndian: true, byteOrderMark: true), Encoding.Unicode, Encoding.BigEndianUnicode];

    /// <summary>The source in UTF-8.</summary>
    /// <param name="bytes">As it was handed in.</param>
    /// <param name="readAs">What it was read as, where that is not what its author could rely on; null where it is UTF-8 or says what it is.</param>
    /// <param name="line">The first line that is not UTF-8, from 1; 0 where there is none.</param>
    public static byte[] ToUtf8(byte[] bytes, out string? readAs, out int line)
    {
        (readAs, line) = (null, 0);
        if (Marked.FirstOrDefault(e => bytes.AsSpan().StartsWith(e.Preamble)) is { } marked)
            return Encoding.UTF8.GetBytes(marked.GetString(bytes.AsSpan(marked.Preamble.Length)));
        if (FirstFault(bytes) is not { } at)
            return bytes;
        line = bytes.AsSpan(0, at).Count((byte)'\n') + 1;
        var text = AsChinese(bytes);
        readAs = text is null ? "Latin-1" : "GB18030";
        return Encoding.UTF8.GetBytes(text ?? Encoding.Latin1.GetString(bytes));
    }

    private static int? FirstFault(byte[] bytes)
    {
        try
        {
            Utf8.GetCharCount(bytes);
            return null;
        }
        catch (DecoderFallbackException e)
        {
            return Math.Max(0, e.Index);
        }
    }

    // Letters with accents stand alone in Western texts, where the next byte is mostly ASCII; the characters of GB2312 are two high bytes each.
    private static string? AsChinese(byte[] bytes)
    {
        var (pairs, mixed) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
                continue;
            if (++i < bytes.Length && bytes[i] >= 0x80)
                pairs++;
            else
                mixed++;
        }

        try
        {
            return pairs > mixed ? Chinese.GetString(bytes) : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
