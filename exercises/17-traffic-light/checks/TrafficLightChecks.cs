using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.TrafficLight;

/// <summary>What 17-traffic-light must hold.</summary>
public sealed class TrafficLightChecks() : ExerciseChecks("17-traffic-light")
{
    private static readonly Scenario LongRed = Scenario.Of("2 cars, 3 s red, 2 s green", "Run", 2, 0, 3, 2);
    private static readonly Scenario NoRed = Scenario.Of("2 cars, 0 s red, 5 s green", "Run", 2, 0, 0, 5);

    // All come at the very beginning: in a red of 3 s a police car loses patience, and where green comes at once it must not.
    private static readonly Scenario PoliceInRed = Scenario.Of("1 car, 1 police car, 3 s red, 2 s green", "Run", 1, 1, 3, 2);
    private static readonly Scenario PoliceInGreen = Scenario.Of("1 car, 1 police car, 0 s red, 5 s green", "Run", 1, 1, 0, 5);

    private static readonly TimeSpan FirstGreen = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);

    private static readonly LinePattern LightGreen = LinePattern.Like("light green");
    private static readonly LinePattern LightRed = LinePattern.Like("light red");
    private static readonly LinePattern CarWaits = LinePattern.Like("car {i} waits");
    private static readonly LinePattern CarGoes = LinePattern.Like("car {i} goes");
    private static readonly LinePattern Police = LinePattern.Like("police 1 goes").By(Who.Child);
    private static readonly LinePattern PoliceGoes = LinePattern.Like("police {i} goes");

    private static readonly Func<EquatableArray<Saying>, bool> OneChildEach = Speakers.OneChildEach(["1", "2"], "car {0} waits", "car {0} goes");

    private static readonly Observer<EquatableArray<string>> Lights = new(
        [],
        (lights, happened) => lights.Contains(happened.Agent) ? lights : [.. lights, happened.Agent],
        [LightGreen],
        lights => lights is [Names.Root] ? "the parent did" : $"{lights.Count} processes did");

    private static readonly Observer<Changes> FirstChanges = new(
        new Changes(null, null),
        (changes, happened) => LightGreen.Matches(happened)
            ? changes with { Green = changes.Green ?? happened.At }
            : changes with { Red = changes.Red ?? (changes.Green is null ? null : happened.At) },
        [LightGreen, LightRed])
    { SeesAgents = false };

    private static readonly Observer<string> GoesEarly = new(
        "",
        (early, happened) => early.Length > 0 || happened.At >= FirstGreen ? early : $"'{CarGoes.Describe(happened)}' was printed at {happened.At.TotalSeconds} s",
        [CarGoes],
        early => early)
    { SeesAgents = false };

    private static readonly Observer<bool> GoesOn = new(
        false,
        (goesOn, happened) => goesOn || happened.At > TimeSpan.FromHours(1),
        [LightGreen],
        _ => "it turned green again after that")
    { SeesAgents = false };

    public override LiveRun Live { get; } = new(
        Scenario.Of("20 cars, 5 police cars, 3 s red, 10 s green", "Run", 20, 5, 3, 10),
        TimeSpan.FromSeconds(3));

    public override IReadOnlyList<Check> Checks(Draw draw) =>
    [
        CheckOf("light", "The light turns green in time, and goes on from red to green and back", 3)
            .In(LongRed)
            .Never("none but one child, the light, prints 'light green'", Lights, lights => lights is [Names.Root] or { Count: > 1 })
            .AtEnd("the light turns green after 3 s, and red 2 s later, where it is still needed", FirstChanges, c => (c.Green ?? FirstGreen) == FirstGreen && (c.Red ?? Round) == Round).OnlyIn(Tier.Strict)
            .Never("no car goes in the first 3 s, while the light is red", GoesEarly, early => early.Length > 0).OnlyIn(Tier.Strict)
            .AtEnd("one child a car waits and goes", Observe.Lines(CarWaits, CarGoes), OneChildEach)
            .Sometimes("the light turns green, red and green again, by its lines and by its event", LightSeen.Observer, seen => seen.IsGreenAgain)
            .WithHint("A car may be so late that it misses the first green. What does the light do then?"),
        CheckOf("on-green", "No car goes but on a green that it waited for", 3)
            .In(LongRed)
            .AtEnd("one child a car waits and goes", Observe.Lines(CarWaits, CarGoes), OneChildEach)
            .Never("no car goes unless the light was green since it began to wait", Crossing.Observer, crossing => crossing.TooEarly is not null)
            .WithHint("What tells the car that the light is green, and does it look at that after it has printed that it waits?"),
        CheckOf("all-through", "All who wait go at the next green, and then the light stops", 2)
            .In(LongRed, NoRed)
            .AtEnd("one child a car waits and goes", Observe.Lines(CarWaits, CarGoes), OneChildEach)
            .AtEnd("both cars go while the light is green for the first time", Observe.Occurrences(CarGoes), so => so.Times == 2 && so.LastAt < Round).OnlyIn(Tier.Strict)
            .Sometimes("both cars can wait at the light at once", Observe.Inside(CarWaits, CarGoes), waiting => waiting == 2)
            .Never("no process asks over and over without a pause", Asking.Observer, asking => asking.Any(a => a.Times == Asking.Busy)).OnlyIn(Tier.Strict)
            .That(StopsInTime())
            .WithHint("Does every car that waits get to see the green, however quick the others are? And how does the light know that it is no longer needed?"),
        CheckOf("police-on-red", "A police car waits for 1 s, and goes on red", 1)
            .In(PoliceInRed)
            .OnceAt("the police car goes", Police, TimeSpan.FromSeconds(1))
            .Never("no car goes in the first 3 s, while the light is red", GoesEarly, early => early.Length > 0).OnlyIn(Tier.Strict)
            .AtEnd("one child a police car goes", Observe.Lines(PoliceGoes), Speakers.OneChildEach(["1"], "police {0} goes"))
            .WithHint("Which wait gives up after a while?"),
        CheckOf("police-on-green", "A police car that meets green goes at once", 1)
            .In(PoliceInGreen)
            .OnceAt("the police car goes", Police, TimeSpan.Zero)
            .AtEnd("one child a police car goes", Observe.Lines(PoliceGoes), Speakers.OneChildEach(["1"], "police {0} goes"))
            .WithHint("The second is how long a police car waits at most. What ends its wait sooner?"),
    ];

    // A car that misses green for want of luck can miss it again, and so on without end: that is told after an hour.
    private static Check CheckOf(string id, string title, int points) =>
        new Check(id, title, points).Never("the light is not needed for more than an hour", GoesOn, goesOn => goesOn).OnlyIn(Tier.Strict);

    // The second round is for a light that is told to stop and looks once a round.
    private static AtEnd<int> StopsInTime() => new(
        "the program ends within the second round of the light",
        Observe.Nothing,
        (_, end) => end.Makespan <= Round + Round,
        (_, end) => $"it ended after {end.Makespan.TotalSeconds} s")
    { Tiers = [Tier.Strict] };

    private sealed record Changes(TimeSpan? Green, TimeSpan? Red)
    {
        public override string ToString() => (Green, Red) switch
        {
            (null, _) => "it never turned green",
            ({ } green, null) => $"it turned green at {green.TotalSeconds} s, and never red",
            ({ } green, { } red) => $"it turned green at {green.TotalSeconds} s and red at {red.TotalSeconds} s",
        };
    }
}
