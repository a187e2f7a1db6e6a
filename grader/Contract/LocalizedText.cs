namespace ExerciseKit.Contract;

/// <summary>A text for people, in each language that the kit speaks.</summary>
/// <param name="En">English.</param>
/// <param name="Zh">Simplified Chinese.</param>
public sealed record LocalizedText(string En, string Zh)
{
    /// <summary>The text in one of them.</summary>
    public string In(Language language) => language == Language.Chinese ? Zh : En;
}
