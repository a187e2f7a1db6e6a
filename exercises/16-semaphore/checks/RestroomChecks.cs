using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Restroom;

/// <summary>What 16-semaphore must hold.</summary>
public sealed class RestroomChecks() : ExerciseChecks("16-semaphore")
{
    // So many users that a permit too many, released twice, lets in one too many; names of both halves of the alphabet, one the beginning of another.
    private static readonly Visit Crowded = Visit.Of(2, "zoe", "bob", "alexandra", "al");

    // A stall for each, and more than that.
    private static readonly Family<Visit> Several = Family.Of<Visit>(
        "several", chance => Visit.Of(chance.From(2, 3), chance.Names(chance.From(1, 2))), Crowded, Visit.Of(3, "tom", "joanna", "su"));

    private static readonly Family<Visit> Single = Family.Of<Visit>(
        "single", chance => Visit.Of(1, chance.Names(chance.From(1, 2))), Visit.Of(1, "ann", "yan", "al"));

    public override LiveRun Live { get; } = new(
        Visit.Of(5, [.. Enumerable.Range(1, 20).Select(i => $"user{i}")]).ScenarioNamed("5 stalls, 20 users"),
        TimeSpan.FromSeconds(1));

    public override IReadOnlyList<Check> Checks(Draw draw)
    {
        var several = draw.Of(Several);
        return
        [
            new Check("two-stalls", "Never more users inside than there are stalls", 3)
                .Each(several, InTheStalls)
                .Sampling(draw.One("larger queue", chance => Visit.Of(chance.From(3, 5), chance.Names(chance.From(7, 9)))), InTheStalls)
                .WithHint("How many permits are there when the first user comes, and how many when the last has gone?"),
            new Check("all-stalls", "All stalls can be taken at once", 3)
                .Each(several, (check, visit) => visit.Pairs.Aggregate(
                    AllCome(check, visit).Sometimes($"{visit.AtOnce} can be inside at once", Observe.Inside(visit.Enters, visit.Leaves), inside => inside == visit.AtOnce),
                    (so, pair) => so.Sometimes($"{pair.One} and {pair.Other} can be inside at once", Observe.Inside(Visit.EntersOf(pair), Visit.LeavesOf(pair)), inside => inside == 2)))
                .WithHint("There are several stalls. What keeps the second user out while only one is taken?"),
            new Check("one-stall", "Behind one door one at a time, and everybody has his turn", 2)
                .Each(draw.Of(Single), InTheStalls)
                .WithHint("Is there a way through your method on which a permit is taken and not put back, or put back and not taken?"),
            new Check("own-process", "Each user is a process of its own, and none has to wait for a free stall by name", 2)
                .Each(several, (check, visit) => visit.Users.Aggregate(AllCome(check, visit), (so, user) => so
                    .Sometimes($"{user} can be the first to enter", Observe.Precedence(LinePattern.Like($"{user} enters"), visit.Enters), first => first == Precedence.Wanted)))
                .WithHint("Whoever comes first may go in. Is there a reason to start or to wait one at a time?"),
        ];
    }

    private static Check InTheStalls(Check check, Visit visit) => AllCome(check, visit)
        .AtMost(visit.Stalls, $"at most {visit.Stalls} {(visit.Stalls == 1 ? "is" : "are")} inside at once", visit.Enters, visit.Leaves);

    private static Check AllCome(Check check, Visit visit) => check
        .In(visit.Scenario)
        .AtEnd("one child a user enters and leaves", Observe.Lines(visit.Enters, visit.Leaves), Speakers.OneChildEach(visit.Users.ToArray(), "{0} enters", "{0} leaves"));
}
