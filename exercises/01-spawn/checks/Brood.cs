using ExerciseKit.Contract;
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
