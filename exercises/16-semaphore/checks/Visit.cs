using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Restroom;

/// <summary>How many stalls there are, and who comes.</summary>
internal sealed record Visit(int Stalls, EquatableArray<string> Users)
{
    /// <summary>How many can be inside at once.</summary>
    public int AtOnce => Math.Min(Stalls, Users.Count);

    public LinePattern Enters => LinePattern.Like("{user} enters").Where("user", Users);

    public LinePattern Leaves => LinePattern.Like("{user} leaves").Where("user", Users);

    /// <summary>Each two of the users, where two can be inside: no stall is anybody's own.</summary>
    public IEnumerable<(string One, string Other)> Pairs => Stalls < 2 ? [] : Users.SelectMany((one, i) => Users.Skip(i + 1).Select(other => (one, other)));

    public static LinePattern EntersOf((string One, string Other) pair) => LinePattern.Like("{user} enters").Where("user", [pair.One, pair.Other]);

    public static LinePattern LeavesOf((string One, string Other) pair) => LinePattern.Like("{user} leaves").Where("user", [pair.One, pair.Other]);

    public Scenario Scenario => ScenarioNamed(
        ($"{(Stalls == 1 ? "1 stall" : $"{Stalls} stalls")}, {(Users.Count == 1 ? "1 user" : $"{Users.Count} users")} ({string.Join(", ", Users)})",
         $"{Stalls} 个隔间，{Users.Count} 个用户（{string.Join(", ", Users)}）"));

    public static Visit Of(int stalls, params string[] users) => new(stalls, [.. users]);

    public Scenario ScenarioNamed(LocalizedText name) => Scenario.Of(name, "Run", Stalls, Users.ToArray());
}
