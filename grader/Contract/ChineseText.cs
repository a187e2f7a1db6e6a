namespace ExerciseKit.Contract;

/// <summary>How Chinese texts are joined.</summary>
public static class ChineseText
{
    /// <summary>A text that follows Chinese: a blank stands before it where it begins with a Latin letter or a digit.</summary>
    public static string Following(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 && char.IsAsciiLetterOrDigit(text[0]) ? " " + text : text;
    }
}
