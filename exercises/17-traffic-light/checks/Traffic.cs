using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.TrafficLight;

/// <summary>Who comes to the light, and how long it is red and green.</summary>
internal sealed record Traffic(int Cars, int PoliceCars, int RedSeconds, int GreenSeconds)
{
    public TimeSpan FirstGreen => TimeSpan.FromSeconds(RedSeconds);

    public TimeSpan Round => TimeSpan.FromSeconds(RedSeconds + GreenSeconds);

    public string[] Numbers => Upto(Cars);

    public string[] PoliceNumbers => Upto(PoliceCars);

    public LinePattern Waits { get; } = LinePattern.Like("car {i} waits").WhereNumber("i");

    public LinePattern Goes { get; } = LinePattern.Like("car {i} goes").WhereNumber("i");

    public LinePattern PoliceGoes { get; } = LinePattern.Like("police {i} goes").WhereNumber("i");

    public Scenario Scenario => ScenarioNamed(string.Join(
        ", ", ((string[])[Counted(Cars, "car"), Counted(PoliceCars, "police car")]).Where(who => who.Length > 0).Append($"{RedSeconds} s red").Append($"{GreenSeconds} s green")));

    public Scenario ScenarioNamed(string name) => Scenario.Of(name, "Run", Cars, PoliceCars, RedSeconds, GreenSeconds);

    /// <summary>Whether one child a car has printed that it waits and that it goes.</summary>
    public Func<EquatableArray<Saying>, bool> OneChildEach() => Speakers.OneChildEach(Numbers, "car {0} waits", "car {0} goes");

    private static string[] Upto(int count) => [.. Enumerable.Range(1, count).Select(i => $"{i}")];

    private static string Counted(int number, string what) => number switch { 0 => "", 1 => $"1 {what}", _ => $"{number} {what}s" };
}
