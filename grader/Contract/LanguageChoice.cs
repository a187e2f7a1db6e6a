namespace ExerciseKit.Contract;

/// <summary>Says something in the language that was chosen.</summary>
public static class LanguageChoice
{
    /// <summary>The one of two texts that is in this language.</summary>
    /// <param name="language">The language.</param>
    /// <param name="en">The text in English.</param>
    /// <param name="zh">The text in Simplified Chinese.</param>
    public static string Say(this Language language, string en, string zh) => language == Language.Chinese ? zh : en;
}
