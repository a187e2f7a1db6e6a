using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Echo;

/// <summary>The texts of each client.</summary>
internal sealed record Clients(EquatableArray<EquatableArray<string>> Texts)
{
    /// <summary>A line about an answer to somebody here, be it the right one or another's.</summary>
    public LinePattern Got { get; } = LinePattern.Like("client {i} got {text}")
        .Where("i", Texts.Select((_, i) => $"{i + 1}"))
        .Where("text", Texts.SelectMany(t => t).Select(t => t.ToUpperInvariant()));

    public LocalizedText InWords => LocalizedText.Join(("; ", "；"), Texts.Select(Told));

    public Scenario Scenario => ScenarioNamed(($"{(Texts.Count == 1 ? "1 client" : $"{Texts.Count} clients")} ({InWords.En})", $"{Texts.Count} 个客户（{InWords.Zh}）"));

    public static Clients Of(params string[][] texts) => new([.. texts.Select(t => t.ToEquatableArray())]);

    /// <summary>Clients with so many texts each; all but the last of a client's may be empty.</summary>
    public static Clients Drawn(Chance chance, params int[] counts) =>
        Of([.. counts.Select(count => Enumerable.Range(1, count).Select(i => i < count && chance.From(0, 3) == 0 ? "" : Text(chance)).ToArray())]);

    public Scenario ScenarioNamed(LocalizedText name) => Scenario.Of(name, "Run", [Texts.Select(t => t.ToArray()).ToArray()]);

    private static LocalizedText Told(EquatableArray<string> texts) => texts.Count == 0
        ? ("no text", "没有文字")
        : (string.Join(", ", texts.Select(t => t.Length == 0 ? "an empty text" : t)), string.Join("、", texts.Select(t => t.Length == 0 ? "空文字" : t)));

    private static string Text(Chance chance) => string.Concat(Enumerable.Range(0, chance.From(1, 4)).Select(_ => chance.OneOf("a", "b", "k", "m", "n", "x", "z", "Q")));
}
