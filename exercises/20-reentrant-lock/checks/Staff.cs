using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Ledger;

/// <summary>The clerks of one run, by their names.</summary>
internal sealed record Staff(EquatableArray<string> Clerks)
{
    public LinePattern Begins => LinePattern.Like("{clerk} begins").Where("clerk", Clerks);

    public LinePattern Writes => LinePattern.Like("{clerk} writes").Where("clerk", Clerks);

    public LinePattern Ends => LinePattern.Like("{clerk} ends").Where("clerk", Clerks);

    public Scenario Scenario => ScenarioNamed((
        Clerks.Count == 1 ? $"1 clerk ({Clerks[0]})" : $"{Clerks.Count} clerks ({string.Join(", ", Clerks)})",
        $"{Clerks.Count} 个职员（{string.Join(", ", Clerks)}）"));

    public static Staff Of(params string[] clerks) => new([.. clerks]);

    public Scenario ScenarioNamed(LocalizedText name) => Scenario.Of(name, "Run", [Clerks.ToArray()]);
}
