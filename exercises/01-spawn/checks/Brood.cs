using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Spawn;

/// <summary>The children of one run, by their names.</summary>
internal sealed record Brood(EquatableArray<string> Names)
{
    public LinePattern Running => LinePattern.Like("{name} is running").Where("name", Names);

    public LinePattern Over => LinePattern.Like("{name} is over").Where("name", Names);

    public Scenario Methods => Of(("static method", "静态方法"), "Run");

    public Scenario Classes => Of(("derived class", "派生类"), "RunClass");

    public static Brood Of(params string[] names) => new([.. names]);

    public Scenario ScenarioNamed(LocalizedText name, string entry) => Scenario.Of(name, entry, [Names.ToArray()]);

    /// <summary>The same check where each start takes so long that whoever reckons from another process's time goes wrong.</summary>
    public Check Apart(Check check, Scenario scenario)
    {
        var startTakes = TimeSpan.FromSeconds(1);
        return check
            .In(scenario.WithSlowStarts(
                ($"{scenario.Name.En}, each start of which takes {startTakes.TotalSeconds} s", $"{scenario.Name.Zh}，每次启动用 {startTakes.TotalSeconds} 秒"), startTakes))
            .AtEnd(("each child's lines come 3 s apart", "每个子进程的两行相隔 3 秒"), Lifetimes.Of(this), lives => lives.AreAll(Names.Count, TimeSpan.FromSeconds(3))).OnlyIn(Tier.Strict);
    }

    /// <summary>The same check, in which each child says both its lines.</summary>
    public Check Printed(Check check) => check
        .AtEnd(("one child a name prints '{name} is running' and '{name} is over'", "每个名字各有一个子进程，打印“{name} is running”和“{name} is over”"), Observe.Lines(Running, Over), Speakers.OneChildEach(Names.ToArray(), "{0} is running", "{0} is over"));

    private Scenario Of(LocalizedText by, string entry)
    {
        var names = string.Join(", ", Names);
        return ScenarioNamed(
            ($"{(Names.Count == 1 ? "1 child" : $"{Names.Count} children")} ({names}) by {by.En}", $"{Names.Count} 个子进程（{names}），用{by.Zh}"),
            entry);
    }
}
