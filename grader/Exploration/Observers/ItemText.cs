using System.Text;
using System.Text.Json;

namespace ExerciseKit.Exploration.Observers;

/// <summary>The texts in an item as it travels, be it a text itself, one in a record, its letters, or its bytes.</summary>
public static class ItemText
{
    // Deeper than any value that can travel.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1_000 };

    private static readonly Encoding[] Encodings = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32];

    /// <summary>Whether an item carries a text: one of the item's own texts has it in itself or, where it is empty, is empty too.</summary>
    /// <param name="json">The item's JSON.</param>
    /// <param name="text">The text.</param>
    public static bool Carries(string json, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var document = JsonDocument.Parse(json, Options);
        return In(document.RootElement).Any(read => text.Length == 0 ? read.Length == 0 : read.Contains(text, StringComparison.Ordinal));
    }

    private static IEnumerable<string> In(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => InText(element.GetString()!),
        JsonValueKind.Array => InArray([.. element.EnumerateArray()]),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => In(member.Value)),
        _ => [],
    };

    /// <summary>A text, and what it stands for if it is how bytes travel.</summary>
    private static IEnumerable<string> InText(string text)
    {
        var bytes = new byte[text.Length];
        return text.Length > 0 && Convert.TryFromBase64String(text, bytes, out var length) ? [text, .. Decoded(bytes[..length])] : [text];
    }

    /// <summary>The texts in each item, and those that letters, words, or numbers of letters or bytes make together.</summary>
    private static IEnumerable<string> InArray(JsonElement[] items)
    {
        var numbers = items.Select(i => i.ValueKind == JsonValueKind.Number && i.TryGetUInt16(out var number) ? number : -1).ToList();
        IEnumerable<string> together =
            items.All(i => i.ValueKind == JsonValueKind.String) ? [string.Concat(items.Select(i => i.GetString())), string.Join(' ', items.Select(i => i.GetString()))]
            : numbers.Contains(-1) ? []
            : numbers.All(n => n <= byte.MaxValue) ? [string.Concat(numbers.Select(n => (char)n)), .. Decoded([.. numbers.Select(n => (byte)n)])]
            : [string.Concat(numbers.Select(n => (char)n))];
        return together.Concat(items.SelectMany(In));
    }

    private static IEnumerable<string> Decoded(byte[] bytes) => Encodings.Select(encoding => encoding.GetString(bytes));
}
