using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Restroom;

/// <summary>What 16-semaphore must hold.</summary>
public sealed class RestroomChecks() : ExerciseChecks("16-semaphore")
{
    // So many users that a permit too many, released twice, lets in one too many; and a name that is shorter than the others.
    private static readonly string[] Four = ["ann", "bob", "cem", "al"];
    private static readonly string[] Three = ["ann", "bob", "al"];

    private static readonly Scenario TwoStalls = Scenario.Of("2 stalls, 4 users", "Run", 2, Four);
    private static readonly Scenario OneStall = Scenario.Of("1 stall, 3 users", "Run", 1, Three);

    private static readonly LinePattern Enters = LinePattern.Like("{user} enters");
    private static readonly LinePattern Leaves = LinePattern.Like("{user} leaves");
    private static readonly Observer<EquatableArray<Saying>> Visits = Observe.Lines(Enters, Leaves);

    public override LiveRun Live { get; } = new(
        Scenario.Of("5 stalls, 20 users", "Run", 5, Enumerable.Range(1, 20).Select(i => $"user{i}").ToArray()),
        TimeSpan.FromSeconds(1));

    public override IReadOnlyList<Check> Checks(Draw draw) =>
    [
        new Check("two-stalls", "Never more than two behind two doors", 3)
            .In(TwoStalls)
            .AtEnd("one child a user enters and leaves", Visits, OneVisitEach(Four))
            .AtMost(2, "at most 2 are inside at once", Enters, Leaves)
            .WithHint("How many permits are there when the first user comes, and how many when the last has gone?"),
        new Check("all-stalls", "All stalls can be taken at once", 3)
            .In(TwoStalls)
            .AtEnd("one child a user enters and leaves", Visits, OneVisitEach(Four))
            .Sometimes("two users can be inside at once", Observe.Inside(Enters, Leaves), inside => inside == 2)
            .WithHint("There are two stalls. What keeps the second user out while only one is taken?"),
        new Check("one-stall", "Behind one door one at a time, and everybody has his turn", 2)
            .In(OneStall)
            .AtEnd("one child a user enters and leaves", Visits, OneVisitEach(Three))
            .AtMost(1, "at most 1 is inside at once", Enters, Leaves)
            .WithHint("Is there a way through your method on which a permit is taken and not put back, or put back and not taken?"),
        new Check("own-process", "Each user is a process of its own, and none has to wait for a free stall by name", 2)
            .In(TwoStalls)
            .AtEnd("one child a user enters and leaves", Visits, OneVisitEach(Four))
            .Sometimes("the last user can be the first to enter", Observe.Precedence(LinePattern.Like("al enters"), Enters), so => so == Precedence.Wanted),
    ];

    private static Func<EquatableArray<Saying>, bool> OneVisitEach(string[] users) => Speakers.OneChildEach(users, "{0} enters", "{0} leaves");
}
