namespace ExerciseKit.Reports.Console;

/// <summary>The path of a hand-in behind a replay token, such as <c>@work/Spawn.cs</c>: escaped as in an address, so that a line may be cut anywhere in it.</summary>
public static class HandInMark
{
    private const char Begin = '@';

    /// <summary>The mark of a path.</summary>
    public static string Of(string path) => Begin + Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal).Replace("%5C", "/", StringComparison.Ordinal).Replace("'", "%27", StringComparison.Ordinal);

    /// <summary>A token and the path behind it; null for the path where there is none.</summary>
    public static (string Token, string? Path) Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.IndexOf(Begin, StringComparison.Ordinal) is >= 0 and var at
            ? (text[..at], Uri.UnescapeDataString(string.Concat(text[(at + 1)..].Where(c => !char.IsWhiteSpace(c)))))
            : (text, null);
    }
}
