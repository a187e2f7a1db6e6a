using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Daemon;

/// <summary>What 05-daemon must hold.</summary>
public sealed class DaemonChecks() : ExerciseChecks("05-daemon")
{
    // Who lives how long is a matter of durations: most of this is judged in strict time.
    private static readonly Scenario Longer = Scenario.Of("a child of 5 s, a parent of 2 s", "Run", "ada", 5, 2);
    private static readonly Scenario Shorter = Scenario.Of("a child of 1 s, a parent of 3 s", "Run", "ada", 1, 3);

    private static readonly LinePattern Lives = LinePattern.Like("ada lives");
    private static readonly LinePattern Dies = LinePattern.Like("ada dies");
    private static readonly LinePattern ParentEnds = LinePattern.Like("parent ends").By(Who.Root);

    private static readonly Observer<Starts> Started = new(
        new Starts(0, 0),
        (starts, happened) => happened is OperationCompleted { Operation: StartProcess { IsDaemon: true } }
            ? new Starts(starts.All + 1, starts.Daemons + 1)
            : starts with { All = starts.All + 1 },
        [new OperationPattern<StartProcess>()],
        starts => $"{starts.All} children were started, {starts.Daemons} of them as daemons");

    public override LiveRun Live { get; } = new(Longer, TimeSpan.FromSeconds(2));

    public override IReadOnlyList<Check> Checks(Draw draw) =>
    [
        new Check("cut-off", "A daemon that needs longer than its parent is cut off", 4)
            .In(Longer)
            .OnceAt("the child prints 'ada lives'", Lives.By(Who.Child), TimeSpan.Zero)
            .OnceAt("the parent prints 'parent ends'", ParentEnds, TimeSpan.FromSeconds(2))
            .Never("nobody prints 'ada dies'", Observe.Count(Dies), n => n > 0).OnlyIn(Tier.Strict)
            .MakespanIs(TimeSpan.FromSeconds(2))
            .WithHint("What happens to an ordinary child when its parent ends, and what to a daemon?"),
        new Check("finishes", "A daemon that needs less comes to its own end", 2)
            .In(Shorter)
            .OnceAt("the child prints 'ada lives'", Lives.By(Who.Child), TimeSpan.Zero)
            .OnceAt("the child prints 'ada dies'", Dies.By(Who.Child), TimeSpan.FromSeconds(1))
            .OnceAt("the parent prints 'parent ends'", ParentEnds, TimeSpan.FromSeconds(3))
            .MakespanIs(TimeSpan.FromSeconds(3)),
        new Check("daemon", "The child is a daemon from its start on", 2)
            .In(Longer, Shorter)
            .AtEnd("one child is started, as a daemon", Started, starts => starts == new Starts(1, 1))
            .OnceAt("the child prints 'ada lives'", Lives.By(Who.Child), TimeSpan.Zero)
            .WithHint("IsDaemon says what shall happen to the child when its parent ends. When is the last moment to say it?"),
        new Check("waits-for-nobody", "The parent does not wait for the child, not for one that is quicker either", 2)
            .In(Shorter)
            .OnceAt("the child prints 'ada dies'", Dies.By(Who.Child), TimeSpan.FromSeconds(1))
            .OnceAt("the parent prints 'parent ends'", ParentEnds, TimeSpan.FromSeconds(3))
            .Sometimes("'parent ends' can come before 'ada dies'", Observe.Precedence(ParentEnds, Dies), so => so == Precedence.Wanted)
            .WithHint("If the child were slow to begin, would your parent still be on time?"),
    ];

    private sealed record Starts(int All, int Daemons);
}
