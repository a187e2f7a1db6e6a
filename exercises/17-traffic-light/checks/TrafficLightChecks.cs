using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.TrafficLight;

/// <summary>What 17-traffic-light must hold.</summary>
public sealed class TrafficLightChecks() : ExerciseChecks("17-traffic-light")
{
    private static readonly Family<Traffic> LongRed = Family.Of<Traffic>(
        "long red", chance => new Traffic(2, 0, chance.From(1, 5), chance.From(1, 4)), new Traffic(2, 0, 3, 2));

    private static readonly Family<Traffic> NoRed = Family.Of<Traffic>("no red", chance => new Traffic(chance.From(1, 2), 0, 0, chance.From(1, 5)), new Traffic(2, 0, 0, 5));

    private static readonly Traffic ThreeCars = new(3, 0, 2, 1);

    // A car that misses the tenth green, too.
    private const int LastGreen = 12;

    private static readonly Traffic LateCar = new(1, 0, 1, 1);

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
        lights => lights is [Names.Root] ? ("the parent did", "是父进程打印的") : ($"{lights.Count} processes did", $"有 {lights.Count} 个进程打印过"))
    { SeesTime = false };


    private static readonly Observer<bool> GoesOn = new(
        false,
        (goesOn, happened) => goesOn || happened.At > TimeSpan.FromHours(1),
        [LightGreen],
        _ => ("it turned green again after that", "在那之后它又变绿了"))
    { SeesAgents = false };

    public override LiveRun Live { get; } = new(
        new Traffic(20, 5, 3, 10).Scenario,
        TimeSpan.FromSeconds(3));

    public override IReadOnlyList<Check> Checks(Draw draw)
    {
        var longRed = draw.Of(LongRed);
        return
        [
            new Check("light", ("The light turns green in time, and goes on from red to green and back", "信号灯按时变绿，并一直红绿交替"), 3)
                .Each(longRed, Shines)
                .Each([LateCar], (check, traffic) => check
                    .In(traffic.Scenario)
                    .Sometimes(($"the light can turn green a {LastGreen}th time", $"信号灯可以第 {LastGreen} 次变绿"), LightSeen.UpTo(LastGreen), seen => seen.HasBeenGreen(LastGreen)))
                .WithHint(("A car may be so late that it misses the first green. What does the light do then?", "汽车可能来得太晚，错过第一次绿灯。那时信号灯怎么办？")),
            new Check("on-green", ("No car goes but on a green that it waited for", "汽车只在等到绿灯之后才走"), 3)
                .Each(longRed, (check, traffic) => AllGo(check, traffic)
                    .Never(("no car goes unless the light was green since it began to wait", "汽车从开始等待起，灯绿过才走"), Crossing.Observer, crossing => crossing.TooEarly is not null))
                .WithHint(("What tells the car that the light is green, and does it look at that after it has printed that it waits?", "什么告诉汽车灯绿了？它是在打印自己在等待之后才去看的吗？")),
            new Check("all-through", ("All who wait go at the next green, and then the light stops", "等着的车都在下一次绿灯时走，然后信号灯停下"), 2)
                .Each([.. longRed, .. draw.Of(NoRed)], Passes)
                .Each([ThreeCars], (check, traffic) => GoTogether(AllGo(check, traffic).OnlyIn(Tier.Strict), traffic))
                .Sampling(draw.One("more traffic", chance => new Traffic(chance.Children(5, 7, beside: 1), 0, chance.From(1, 4), chance.From(1, 4))), (check, traffic) => GoTogether(AllGo(check, traffic), traffic))
                .WithHint(("Does every car that waits get to see the green, however quick the others are? And how does the light know that it is no longer needed?", "不管别的车多快，每辆等着的车都能看到绿灯吗？信号灯又怎么知道不再需要它了？")),
            new Check("police-on-red", ("A police car waits for 1 s, and goes on red", "警车等 1 秒，红灯也走"), 1)
                .Each(draw.Of(PoliceInRed), (check, traffic) => PoliceGo(check, traffic, TimeSpan.FromSeconds(1))
                    .Never(("no car goes in the first red", "第一次红灯期间没有汽车走"), GoesEarly(traffic), early => !early.IsEmpty).OnlyIn(Tier.Strict))
                .WithHint(("Which wait gives up after a while?", "哪一种等待过一会儿就会放弃？")),
            new Check("police-on-green", ("A police car that meets green goes at once", "遇到绿灯的警车立刻走"), 1)
                .Each(draw.Of(PoliceInGreen), (check, traffic) => PoliceGo(check, traffic, TimeSpan.Zero)
                    .Never(("no police car goes before the light has turned green", "灯变绿之前没有警车走"), GreenBefore(traffic), first => first == Precedence.Other).OnlyIn(Tier.Strict))
                .WithHint(("The second is how long a police car waits at most. What ends its wait sooner?", "1 秒是警车最多等待的时间。什么会让它更早结束等待？")),
        ];
    }

    private static Check Shines(Check check, Traffic traffic) => AllGo(check, traffic)
        .Never(("none but one child, the light, prints 'light green'", "只有一个子进程，即信号灯，打印“light green”"), Lights, lights => lights is [Names.Root] or { Count: > 1 })
        .AtEnd(
            ($"the light turns green after {traffic.RedSeconds} s, and red {traffic.GreenSeconds} s later, where it is still needed", $"信号灯在 {traffic.RedSeconds} 秒后变绿，如果还需要它，再过 {traffic.GreenSeconds} 秒变红"),
            FirstChanges(traffic),
            c => (c.Green ?? traffic.FirstGreen) == traffic.FirstGreen && (c.Red ?? traffic.Round) == traffic.Round).OnlyIn(Tier.Strict)
        .Never(($"no car goes in the first {traffic.RedSeconds} s, while the light is red", $"最初 {traffic.RedSeconds} 秒红灯期间没有汽车走"), GoesEarly(traffic), early => !early.IsEmpty).OnlyIn(Tier.Strict)
        .Sometimes(("the light turns green, red and green again, by its lines and by its event", "信号灯可以变绿、变红、再变绿，打印的行和它的事件都是如此"), LightSeen.UpTo(2), seen => seen.HasBeenGreen(2));

    private static Check Passes(Check check, Traffic traffic) => GoTogether(AllGo(check, traffic), traffic)
        .Sometimes(("all cars can wait at the light at once", "所有汽车可以同时等在灯前"), Observe.Inside(traffic.Waits, traffic.Goes), waiting => waiting == traffic.Cars)
        .Never(("no process asks over and over without a pause", "没有进程不停地反复询问"), BusyAsking.Observer, asking => asking.Any(a => a.Times == BusyAsking.Busy)).OnlyIn(Tier.Strict)
        .Never(("no car asks over and over whether it may go", "没有汽车反复询问能不能走"), Asking.Until(traffic.Goes), asking => asking.Finding is not null).OnlyIn(Tier.Strict);

    private static Check GoTogether(Check check, Traffic traffic) => check
        .AtEnd(
            ("all cars go while the light is green for the first time", "所有汽车都在第一次绿灯期间走"),
            Observe.Occurrences(traffic.Goes),
            so => so.Times == traffic.Cars && so.LastAt < traffic.Round).OnlyIn(Tier.Strict)
        .That(StopsInTime(traffic));

    private static Check PoliceGo(Check check, Traffic traffic, TimeSpan at) => traffic.PoliceNumbers.Aggregate(
        WithinAnHour(check).In(traffic.Scenario)
            .AtEnd(("one child a police car goes", "每辆警车各有一个子进程，并且都走了"), Observe.Lines(traffic.PoliceGoes), Speakers.OneChildEach(traffic.PoliceNumbers, "police {0} goes")),
        (so, i) => so.OnceAt(($"police car {i} goes", $"警车 {i} 走"), LinePattern.Like($"police {i} goes").By(Who.Child), at));

    private static Check AllGo(Check check, Traffic traffic) => WithinAnHour(check)
        .In(traffic.Scenario)
        .AtEnd(("one child a car waits and goes", "每辆汽车各有一个子进程，先等待，后走"), Observe.Lines(traffic.Waits, traffic.Goes), traffic.OneChildEach());

    // What the light does when nobody needs it any more is its own affair.
    private static Observer<Changes> FirstChanges(Traffic traffic) => new(
        new Changes(null, null, traffic.Cars + traffic.PoliceCars),
        (changes, happened) =>
            LightGreen.Matches(happened) ? changes with { Green = changes.Green ?? happened.At }
            : !LightRed.Matches(happened) ? changes with { Waiting = changes.Waiting - 1 }
            : changes with { Red = changes.Red ?? (changes.Green is null || changes.Waiting == 0 ? null : happened.At) },
        [LightGreen, LightRed, traffic.Goes, traffic.PoliceGoes],
        changes => changes.Describe())
    { SeesAgents = false };

    private static Observer<LocalizedText> GoesEarly(Traffic traffic) => new(
        LocalizedText.Empty,
        (early, happened) => !early.IsEmpty || happened.At >= traffic.FirstGreen ? early : PrintedAt(traffic.Goes.Describe(happened), happened.At.TotalSeconds),
        [traffic.Goes],
        early => early)
    { SeesAgents = false };

    // The light's event is one that a child sets: which one is not known.
    private static Observer<Precedence> GreenBefore(Traffic traffic) => new(
        Precedence.Open,
        (so, happened) => so != Precedence.Open ? so : happened is LinePrinted ? Precedence.Other : Precedence.Wanted,
        [new OperationPattern<SetEvent> { Who = Who.Child }, traffic.PoliceGoes],
        so => so == Precedence.Other ? ("one went when no child had set an event yet", "有警车走时，还没有子进程把事件置位") : ("none did", "没有"))
    { SeesAgents = false, SeesTime = false };

    private static LocalizedText PrintedAt(LocalizedText line, double seconds) => ($"'{line.En}' was printed at {seconds} s", $"“{line.Zh}”在第 {seconds} 秒打印");

    // A car that misses green for want of luck can miss it again, and so on without end: that is told after an hour.
    private static Check WithinAnHour(Check check) =>
        check.Never(("the light is not needed for more than an hour", "信号灯用到的时间不超过一个小时"), GoesOn, goesOn => goesOn).OnlyIn(Tier.Strict);

    // The second round is for a light that is told to stop and looks once a round.
    private static AtEnd<int> StopsInTime(Traffic traffic) => new(
        ("the program ends within the second round of the light", "程序在信号灯的第二轮之内结束"),
        Observe.Nothing,
        (_, end) => end.Makespan <= traffic.Round + traffic.Round,
        (_, end) => ($"it ended after {end.Makespan.TotalSeconds} s", $"它在 {end.Makespan.TotalSeconds} 秒后结束"))
    { Tiers = [Tier.Strict] };

    private sealed record Changes(TimeSpan? Green, TimeSpan? Red, int Waiting)
    {
        public LocalizedText Describe() => (Green, Red) switch
        {
            (null, _) => ("it never turned green", "它从来没有变绿"),
            ({ } green, null) => ($"it turned green at {green.TotalSeconds} s, and never red", $"它在第 {green.TotalSeconds} 秒变绿，此后没有变红"),
            ({ } green, { } red) => ($"it turned green at {green.TotalSeconds} s and red at {red.TotalSeconds} s", $"它在第 {green.TotalSeconds} 秒变绿，第 {red.TotalSeconds} 秒变红"),
        };
    }
}
