using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace ExerciseKit.Contract;

/// <summary>A text for people, in each language that the kit speaks.</summary>
/// <remarks>It is made where its facts are, in both at once: <c>("No ticket is sold twice", "同一张票不会卖两次")</c> is one, too.</remarks>
/// <param name="En">English.</param>
/// <param name="Zh">Simplified Chinese.</param>
public sealed record LocalizedText(string En, string Zh)
{
    /// <summary>Nothing to say.</summary>
    public static LocalizedText Empty { get; } = new("", "");

    /// <summary>Whether there is nothing to say.</summary>
    [JsonIgnore]
    public bool IsEmpty => En.Length == 0 && Zh.Length == 0;

    /// <summary>What is the same in every language, such as code and what a program printed.</summary>
    public static LocalizedText Same(string text) => new(text, text);

    /// <summary>Several texts one after another.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="separator">What stands between two of them.</param>
    public static LocalizedText Join(LocalizedText separator, IEnumerable<LocalizedText> texts)
    {
        ArgumentNullException.ThrowIfNull(separator);
        List<LocalizedText> all = [.. texts];
        return new(string.Join(separator.En, all.Select(t => t.En)), string.Join(separator.Zh, all.Select(t => t.Zh)));
    }

    /// <summary>The English text, then the Chinese.</summary>
    public static implicit operator LocalizedText((string En, string Zh) texts) => new(texts.En, texts.Zh);

    /// <summary>A text in one language only, for whoever speaks but one: another course's author, a test. The kit itself and its course use none, which a test holds them to.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator LocalizedText?(string? text) => text is null ? null : Same(text);

    /// <summary>The text in one of them.</summary>
    public string In(Language language) => language == Language.Chinese ? Zh : En;

    /// <summary>The text with every language's words put otherwise.</summary>
    public LocalizedText Select(Func<string, string> put)
    {
        ArgumentNullException.ThrowIfNull(put);
        return new(put(En), put(Zh));
    }
}
