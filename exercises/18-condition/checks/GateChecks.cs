using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Gate;

/// <summary>What 18-condition must hold.</summary>
public sealed class GateChecks() : ExerciseChecks("18-condition")
{
    // Of three, one may go in: a visitor who comes just then can take the place of one who was woken for it.
    private static readonly Scenario OneThenTwo = Scenario.Of("3 visitors, admitted 1 and 2", "Run", 3, new[] { 1, 2 });
    private static readonly Scenario TwoAtOnce = Scenario.Of("2 visitors, admitted together", "Run", 2, new[] { 2 });

    private static readonly Observer<EquatableArray<Saying>> Lines = Observe.Lines(Turnout.Admits, Turnout.Enters);

    private static readonly Observer<bool> Sleeps = new(
        false,
        (_, _) => true,
        [new OperationPattern<BeginWait> { Who = Who.Child }])
    { SeesAgents = false };

    public override LiveRun Live { get; } = new(
        Scenario.Of("20 visitors, admitted 1, 2, 5 and 12", "Run", 20, new[] { 1, 2, 5, 12 }),
        TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw) =>
    [
        new Check("admitted", "Never more inside than were admitted", 4)
            .In(OneThenTwo)
            .AtEnd("one doorkeeper admits 1 and 2, and one child a visitor enters", Lines, Cast(3, 1, 2))
            .Order("the doorkeeper admits 1 first", LinePattern.Like("doorkeeper admits 1"), 1, LinePattern.Like("doorkeeper admits 2"))
            .Never("no more have entered than have been admitted", Turnout.Observer, turnout => turnout.IsOvercrowded)
            .WithHint("A visitor has been woken, and waits for the lock. What can have happened by the time it has the lock?"),
        new Check("all-enter", "All who are admitted get in, whoever comes late", 3)
            .In(TwoAtOnce)
            .AtEnd("each visitor is a child of its own, and enters once", Observe.Lines(Turnout.Enters), Visits(2))
            .WithHint("A notification wakes those who sleep, and is not kept for anybody else. How does a visitor who comes later learn that there is room?"),
        new Check("condition", "Who must wait sleeps at a condition", 2)
            .In(TwoAtOnce)
            .AtEnd("each visitor is a child of its own, and enters once", Observe.Lines(Turnout.Enters), Visits(2))
            .Sometimes("a visitor who comes too early waits at a condition", Sleeps, sleeps => sleeps)
            .WithHint("What lets a process give a lock back and sleep in one step, until it is told that something has changed?"),
        new Check("groups", "A group may go in before the next is admitted, whoever it is", 1)
            .In(OneThenTwo)
            .AtEnd("one doorkeeper admits 1 and 2, and one child a visitor enters", Lines, Cast(3, 1, 2))
            .Sometimes("one can be inside before more are admitted", Turnout.Observer, turnout => turnout == new Turnout(1, 1))
            .Sometimes("the last visitor can be the first to enter", Observe.Precedence(LinePattern.Like("visitor 3 enters"), Turnout.Enters), so => so == Precedence.Wanted)
            .WithHint("What does the doorkeeper hold between two groups, and is there a reason to start or to wait one at a time?"),
    ];

    private static Func<EquatableArray<Saying>, bool> Visits(int visitors) =>
        Speakers.OneChildEach([.. Enumerable.Range(1, visitors).Select(i => $"{i}")], "visitor {0} enters");

    /// <summary>Whether one process is the doorkeeper, and each visitor another child.</summary>
    private static Func<EquatableArray<Saying>, bool> Cast(int visitors, params int[] admissions)
    {
        var visits = Visits(visitors);
        return sayings =>
        {
            var said = sayings.ToLookup(s => Turnout.Admits.MatchesLine(s.Text));
            var entered = said[false].ToEquatableArray();
            return visits(entered)
                && said[true].Select(s => s.Text).SequenceEqual(admissions.Select(n => $"doorkeeper admits {n}"))
                && said[true].Select(s => s.Agent).Distinct().Count() == 1
                && entered.All(s => s.Agent != said[true].First().Agent);
        };
    }
}
