using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Join;

/// <summary>The children of one run, and how long they sleep.</summary>
internal sealed record Party(EquatableArray<string> Names, EquatableArray<int> Seconds)
{
    public LinePattern Running => LinePattern.Like("{name} is running").Where("name", Names);

    public LinePattern Over => LinePattern.Like("{name} is over").Where("name", Names);

    public TimeSpan Longest => TimeSpan.FromSeconds(Seconds.Max());

    public Scenario Scenario => ScenarioNamed(InWords);

    private LocalizedText InWords => Names.Count == 1
        ? ($"1 child ({Names[0]}) of {Seconds[0]} s", $"1 个子进程（{Names[0]}），{Seconds[0]} 秒")
        : ($"{Names.Count} children ({string.Join(", ", Names)}) of {string.Join(", ", Seconds.SkipLast(1))} and {Seconds[^1]} s",
           $"{Names.Count} 个子进程（{string.Join(", ", Names)}），分别 {string.Join("、", Seconds)} 秒");

    public static Party Of(string[] names, params int[] seconds) => new([.. names], [.. seconds]);

    public Scenario ScenarioNamed(LocalizedText name) => Scenario.Of(name, "Run", Names.ToArray(), Seconds.ToArray());

    public Scenario WithPatience(int seconds) => Scenario.Of(($"{InWords.En}, patience {seconds} s", $"{InWords.Zh}，期限 {seconds} 秒"), "StillAlive", Names.ToArray(), Seconds.ToArray(), seconds);

    /// <summary>Who still runs after so many seconds.</summary>
    public string[] StillThereAfter(int seconds) => [.. Names.Where((_, i) => Seconds[i] > seconds)];

    /// <summary>The same check, in which each child says both its lines.</summary>
    public Check Printed(Check check) => check
        .AtEnd(("one child a name prints '{name} is running' and '{name} is over'", "每个名字各有一个子进程，打印“{name} is running”和“{name} is over”"), Observe.Lines(Running, Over), Speakers.OneChildEach(Names.ToArray(), "{0} is running", "{0} is over"));
}

/// <summary>Children that are waited for, and not for ever.</summary>
/// <param name="Seconds">How long they are waited for.</param>
internal sealed record Patience(Party Party, int Seconds)
{
    public static Patience Of(int seconds, string[] names, params int[] sleeps) => new(Party.Of(names, sleeps), seconds);
}
