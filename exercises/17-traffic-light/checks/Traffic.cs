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

    public Scenario Scenario => ScenarioNamed(LocalizedText.Join((", ", "，"), ((LocalizedText[])
    [
        Counted(Cars, ("car", "汽车")), Counted(PoliceCars, ("police car", "警车")),
        ($"{RedSeconds} s red", $"红灯 {RedSeconds} 秒"), ($"{GreenSeconds} s green", $"绿灯 {GreenSeconds} 秒"),
    ]).Where(part => !part.IsEmpty)));

    public Scenario ScenarioNamed(LocalizedText name) => Scenario.Of(name, "Run", Cars, PoliceCars, RedSeconds, GreenSeconds);

    /// <summary>Whether one child a car has printed that it waits and that it goes.</summary>
    public Func<EquatableArray<Saying>, bool> OneChildEach() => Speakers.OneChildEach(Numbers, "car {0} waits", "car {0} goes");

    private static string[] Upto(int count) => [.. Enumerable.Range(1, count).Select(i => $"{i}")];

    private static LocalizedText Counted(int number, LocalizedText what) => number == 0
        ? LocalizedText.Empty
        : (number == 1 ? $"1 {what.En}" : $"{number} {what.En}s", $"{number} 辆{what.Zh}");
}
