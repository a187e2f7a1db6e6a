using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Gate;

/// <summary>Who comes to the gate: visitors, in the groups in which they are admitted.</summary>
internal sealed record Crowd(EquatableArray<int> Admissions)
{
    public int Visitors { get; } = Admissions.Sum();

    public EquatableArray<string> Numbers => [.. Enumerable.Range(1, Visitors).Select(i => $"{i}")];

    public LinePattern Admits => LinePattern.Like("doorkeeper admits {n}").Where("n", Admissions.Select(n => $"{n}"));

    public LinePattern Enters => LinePattern.Like("visitor {i} enters").Where("i", Numbers);

    /// <summary>The admissions in words: "1 and 2".</summary>
    public LocalizedText InWords => Admissions.Count == 1
        ? LocalizedText.Same($"{Admissions[0]}")
        : ($"{string.Join(", ", Admissions.SkipLast(1))} and {Admissions[^1]}", $"{string.Join("、", Admissions.SkipLast(1))} 和 {Admissions[^1]}");

    public Scenario Scenario => Scenario.Of(
        ($"{Counted(Visitors)}, admitted {(Visitors == 1 ? "alone" : Admissions.Count == 1 ? "together" : InWords.En)}",
         $"{Visitors} 个访客，{(Visitors == 1 ? "单独放行" : Admissions.Count == 1 ? "一起放行" : $"分批放行 {InWords.Zh} 个")}"),
        "Run", Visitors, Admissions.ToArray());

    public static Crowd Of(params int[] admissions) => new([.. admissions]);

    private static string Counted(int visitors) => visitors == 1 ? "1 visitor" : $"{visitors} visitors";
}
