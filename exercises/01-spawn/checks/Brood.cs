using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Spawn;

/// <summary>The children of one run, by their names.</summary>
internal sealed record Brood(EquatableArray<string> Names)
{
    public LinePattern Running => LinePattern.Like("{name} is running").Where("name", Names);

    public LinePattern Over => LinePattern.Like("{name} is over").Where("name", Names);

    public Scenario Methods => Of("static method", "Run");

    public Scenario Classes => Of("derived class", "RunClass");

    public static Brood Of(params string[] names) => new([.. names]);

    public Scenario ScenarioNamed(string name, string entry) => Scenario.Of(name, entry, [Names.ToArray()]);

    /// <summary>The same check, in which each child says both its lines.</summary>
    public Check Printed(Check check) => check
        .AtEnd("one child a name prints '{name} is running' and '{name} is over'", Observe.Lines(Running, Over), Speakers.OneChildEach(Names.ToArray(), "{0} is running", "{0} is over"));

    private Scenario Of(string by, string entry) =>
        ScenarioNamed($"{(Names.Count == 1 ? "1 child" : $"{Names.Count} children")} ({string.Join(", ", Names)}) by {by}", entry);
}
