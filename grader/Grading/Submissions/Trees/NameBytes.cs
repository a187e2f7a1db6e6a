using System.Text;

namespace ExerciseKit.Grading.Submissions.Trees;

/// <summary>Reads the names in an archive whose packer did not say how it wrote them: UTF-8, or the system's own of where it was packed.</summary>
/// <remarks>In GBK, Big5 and Shift-JIS the second byte of a character may be that of a backslash, which is no separator then.</remarks>
internal static class NameBytes
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding[] Systems = [.. new[] { "gb18030", "big5", "shift_jis" }.Select(name =>
        CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!)];

    /// <summary>The names as text, with forward slashes for separators.</summary>
    /// <param name="names">As they were packed, with whether the packer says that they are UTF-8.</param>
    public static string[] ToText(IReadOnlyList<(byte[] Bytes, bool IsUtf8)> names)
    {
        // One packer wrote them all, so that what reads one of them only is not how they were written.
        var foreign = names.Where(n => !n.IsUtf8 && Text(n.Bytes, Utf8) is null).Select(n => n.Bytes).ToList();
        var system = foreign.Count == 0 ? Utf8 : Systems.FirstOrDefault(s => foreign.All(n => Text(n, s) is not null)) ?? Encoding.Latin1;
        // Packers for Windows write backslashes.
        return [.. names.Select(n =>
            (n.IsUtf8 ? Encoding.UTF8.GetString(n.Bytes) : Text(n.Bytes, Utf8) ?? Text(n.Bytes, system)!).Replace('\\', '/'))];
    }

    private static string? Text(byte[] bytes, Encoding encoding)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
