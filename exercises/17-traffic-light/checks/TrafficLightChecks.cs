using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.TrafficLight;

/// <summary>What 17-traffic-light must hold.</summary>
public sealed class TrafficLightChecks() : ExerciseChecks("17-traffic-light")
{
    private static readonly Family<Traffic> LongRed = Family.Of<Traffic>(
        "long red", chance => new Traffic(2, 0, chance.From(1, 5), chance.From(1, 4)), new Traffic(2, 0, 3, 2));

    private static readonly Family<Traffic> NoRed = Family.Of<Traffic>("no red", chance => new Traffic(chance.From(1, 2), 0, 0, chance.From(1, 5)), new Traffic(2, 0, 0, 5));

    private static readonly Traffic ThreeCars = new(3, 0, 2, 1);

    // All come at the very beginning: in a long red a police car loses patience, and where green comes at once it must not.
    private static readonly Family<Traffic> PoliceInRed = Family.Of<Traffic>(
        "police in red", chance => new Traffic(chance.From(0, 1), 1, chance.From(2, 6), chance.From(1, 4)), new Traffic(1, 1, 3, 2), new Traffic(0, 2, 5, 1));

    private static readonly Family<Traffic> PoliceInGreen = Family.Of<Traffic>(
        "police in green", chance => new Traffic(chance.From(0, 1), 1, 0, chance.From(1, 6)), new Traffic(1, 1, 0, 5), new Traffic(0, 2, 0, 2));

    private static readonly LinePattern LightGreen = LinePattern.Like("light green");
    private static readonly LinePattern LightRed = LinePattern.Like("light red");

    private static readonly Observer<EquatableArray<string>> Lights = new(
        [],
        (lights, happened) => lights.Contains(happened.Agent) ? lights : [.. lights, happened.Agent],
        [LightGreen],
        lights => lights is [Names.Root] ? "the parent did" : $"{lights.Count} processes did")
    { SeesTime = false };

    private static readonly Observer<Changes> FirstChanges = new(
        new Changes(null, null),
        (changes, happened) => LightGreen.Matches(happened)
            ? changes with { Green = changes.Green ?? happened.At }
            : changes with { Red = changes.Red ?? (changes.Green is null ? null : happened.At) },
        [LightGreen, LightRed])
    { SeesAgents = false };

    private static readonly Observer<bool> GoesOn = new(
        false,
        (goesOn, happened) => goesOn || happened.At > TimeSpan.FromHours(1),
        [LightGreen],
        _ => "it turned green again after that")
    { SeesAgents = false };

    public override LiveRun Live { get; } = new(
        new Traffic(20, 5, 3, 10).Scenario,
        TimeSpan.FromSeconds(3));

    public override IReadOnlyList<Check> Checks(Draw draw)
    {
        var longRed = draw.Of(LongRed);
        return
        [
            new Check("light", "The light turns green in time, and goes on from red to green and back", 3)
                .Each(longRed, Shines)
                .WithHint("A car may be so late that it misses the first green. What does the light do then?"),
            new Check("on-green", "No car goes but on a green that it waited for", 3)
                .Each(longRed, (check, traffic) => AllGo(check, traffic)
                    .Never("no car goes unless the light was green since it began to wait", Crossing.Observer, crossing => crossing.TooEarly is not null))
                .WithHint("What tells the car that the light is green, and does it look at that after it has printed that it waits?"),
            new Check("all-through", "All who wait go at the next green, and then the light stops", 2)
                .Each([.. longRed, .. draw.Of(NoRed)], Passes)
                .Each([ThreeCars], (check, traffic) => GoTogether(AllGo(check, traffic).OnlyIn(Tier.Strict), traffic))
                .Sampling(draw.One("more traffic", chance => new Traffic(chance.From(5, 7), 0, chance.From(1, 4), chance.From(1, 4))), (check, traffic) => GoTogether(AllGo(check, traffic), traffic))
                .WithHint("Does every car that waits get to see the green, however quick the others are? And how does the light know that it is no longer needed?"),
            new Check("police-on-red", "A police car waits for 1 s, and goes on red", 1)
                .Each(draw.Of(PoliceInRed), (check, traffic) => PoliceGo(check, traffic, TimeSpan.FromSeconds(1))
                    .Never("no car goes in the first red", GoesEarly(traffic), early => early.Length > 0).OnlyIn(Tier.Strict))
                .WithHint("Which wait gives up after a while?"),
            new Check("police-on-green", "A police car that meets green goes at once", 1)
                .Each(draw.Of(PoliceInGreen), (check, traffic) => PoliceGo(check, traffic, TimeSpan.Zero))
                .WithHint("The second is how long a police car waits at most. What ends its wait sooner?"),
        ];
    }

    private static Check Shines(Check check, Traffic traffic) => AllGo(check, traffic)
        .Never("none but one child, the light, prints 'light green'", Lights, lights => lights is [Names.Root] or { Count: > 1 })
        .AtEnd(
            $"the light turns green after {traffic.RedSeconds} s, and red {traffic.GreenSeconds} s later, where it is still needed",
            FirstChanges,
            c => (c.Green ?? traffic.FirstGreen) == traffic.FirstGreen && (c.Red ?? traffic.Round) == traffic.Round).OnlyIn(Tier.Strict)
        .Never($"no car goes in the first {traffic.RedSeconds} s, while the light is red", GoesEarly(traffic), early => early.Length > 0).OnlyIn(Tier.Strict)
        .SometimesInTime("the light turns green, red and green again, by its lines and by its event", LightSeen.Observer, seen => seen.IsGreenAgain);

    private static Check Passes(Check check, Traffic traffic) => GoTogether(AllGo(check, traffic), traffic)
        .SometimesInTime("all cars can wait at the light at once", Observe.Inside(traffic.Waits, traffic.Goes), waiting => waiting == traffic.Cars)
        .Never("no process asks over and over without a pause", BusyAsking.Observer, asking => asking.Any(a => a.Times == BusyAsking.Busy)).OnlyIn(Tier.Strict)
        .Never("no car asks over and over whether it may go", Asking.Until(traffic.Goes), asking => asking.Finding is not null).OnlyIn(Tier.Strict);

    private static Check GoTogether(Check check, Traffic traffic) => check
        .AtEnd(
            "all cars go while the light is green for the first time",
            Observe.Occurrences(traffic.Goes),
            so => so.Times == traffic.Cars && so.LastAt < traffic.Round).OnlyIn(Tier.Strict)
        .That(StopsInTime(traffic));

    private static Check PoliceGo(Check check, Traffic traffic, TimeSpan at) => traffic.PoliceNumbers.Aggregate(
        WithinAnHour(check).In(traffic.Scenario)
            .AtEnd("one child a police car goes", Observe.Lines(traffic.PoliceGoes), Speakers.OneChildEach(traffic.PoliceNumbers, "police {0} goes")),
        (so, i) => so.OnceAt($"police car {i} goes", LinePattern.Like($"police {i} goes").By(Who.Child), at));

    private static Check AllGo(Check check, Traffic traffic) => WithinAnHour(check)
        .In(traffic.Scenario)
        .AtEnd("one child a car waits and goes", Observe.Lines(traffic.Waits, traffic.Goes), traffic.OneChildEach());

    private static Observer<string> GoesEarly(Traffic traffic) => new(
        "",
        (early, happened) => early.Length > 0 || happened.At >= traffic.FirstGreen ? early : $"'{traffic.Goes.Describe(happened)}' was printed at {happened.At.TotalSeconds} s",
        [traffic.Goes],
        early => early)
    { SeesAgents = false };

    // A car that misses green for want of luck can miss it again, and so on without end: that is told after an hour.
    private static Check WithinAnHour(Check check) =>
        check.Never("the light is not needed for more than an hour", GoesOn, goesOn => goesOn).OnlyIn(Tier.Strict);

    // The second round is for a light that is told to stop and looks once a round.
    private static AtEnd<int> StopsInTime(Traffic traffic) => new(
        "the program ends within the second round of the light",
        Observe.Nothing,
        (_, end) => end.Makespan <= traffic.Round + traffic.Round,
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
