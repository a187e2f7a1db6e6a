using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Restroom;

/// <summary>What 16-semaphore must hold.</summary>
public sealed class RestroomChecks() : ExerciseChecks("16-semaphore")
{
    // So many users that a permit too many, released twice, lets in one too many; names of both halves of the alphabet, one the beginning of another.
    private static readonly Visit Crowded = Visit.Of(2, "zoe", "bob", "alexandra", "al");

    private static readonly Visit FullHouse = Visit.Of(5, "ann", "bob", "zoe", "al", "su");

    // A stall for each, and more than that.
    private static readonly Family<Visit> Several = Family.Of<Visit>(
        "several", chance => Visit.Of(chance.From(2, 3), chance.Names(chance.From(1, 2))), Crowded, Visit.Of(3, "tom", "joanna", "su"));

    private static readonly Family<Visit> Single = Family.Of<Visit>(
        "single", chance => Visit.Of(1, chance.Names(chance.From(1, 2))), Visit.Of(1, "ann", "yan", "al"));

    public override LiveRun Live { get; } = new(
        Visit.Of(5, [.. Enumerable.Range(1, 20).Select(i => $"user{i}")]).ScenarioNamed(("5 stalls, 20 users", "5 个隔间，20 个用户")),
        TimeSpan.FromSeconds(1));

    public override IReadOnlyList<Check> Checks(Draw draw)
    {
        var several = draw.Of(Several);
        return
        [
            new Check("two-stalls", ("Never more users inside than there are stalls", "里面的用户从不比隔间多"), 3)
                .Each(several, InTheStalls)
                .Sampling(draw.One("larger queue", chance => Visit.Of(chance.From(5, 7), chance.Names(chance.Children(12, 16)))), InTheStalls)
                .WithHint(("How many permits are there when the first user comes, and how many when the last has gone?", "第一个用户来的时候有多少个许可？最后一个走了以后又有多少个？")),
            new Check("all-stalls", ("All stalls can be taken at once", "所有隔间可以同时有人"), 3)
                .Each([.. several, FullHouse], (check, visit) => visit.Pairs.Aggregate(
                    AllCome(check, visit).Sometimes(($"{visit.AtOnce} can be inside at once", $"可以有 {visit.AtOnce} 个用户同时在里面"), Observe.Inside(visit.Enters, visit.Leaves), inside => inside == visit.AtOnce),
                    (so, pair) => so.Sometimes(($"{pair.One} and {pair.Other} can be inside at once", $"{pair.One} 和 {pair.Other} 可以同时在里面"), Observe.Inside(Visit.EntersOf(pair), Visit.LeavesOf(pair)), inside => inside == 2)))
                .WithHint(("There are several stalls. What keeps the second user out while only one is taken?", "隔间有好几个。只占了一个时，是什么把第二个用户挡在外面？")),
            new Check("one-stall", ("Behind one door one at a time, and everybody has his turn", "只有一个隔间时一次一个人，人人都轮得到"), 2)
                .Each(draw.Of(Single), InTheStalls)
                .WithHint(("Is there a way through your method on which a permit is taken and not put back, or put back and not taken?", "你的方法里有没有一条路，拿了许可却没有还，或者没拿却还了？")),
            new Check("own-process", ("Each user is a process of its own, and none has to wait for a free stall by name", "每个用户是一个单独的进程，有空隔间时谁也不必按名字排队"), 2)
                .Each(several, (check, visit) => visit.Users.Aggregate(AllCome(check, visit).ReturnsLast(visit.Enters, visit.Leaves), (so, user) => so
                    .Sometimes(($"{user} can be the first to enter", $"{user} 可以最先进去"), Observe.Precedence(LinePattern.Like($"{user} enters"), visit.Enters), first => first == Precedence.Wanted)))
                .Sampling(draw.One("a long queue", chance => Visit.Of(2, chance.Names(chance.Children(12, 16)))), (check, visit) => AllCome(check, visit).StartsAllFirst(visit.Enters))
                .WithHint(("Whoever comes first may go in. Is there a reason to start or to wait one at a time?", "谁先来谁就可以进去。启动或等待有必要一个一个来吗？")),
        ];
    }

    private static Check InTheStalls(Check check, Visit visit) => AllCome(check, visit)
        .AtMost(visit.Stalls, ($"at most {visit.Stalls} {(visit.Stalls == 1 ? "is" : "are")} inside at once", $"同时在里面的最多 {visit.Stalls} 个"), visit.Enters, visit.Leaves);

    private static Check AllCome(Check check, Visit visit) => check
        .In(visit.Scenario)
        .AtEnd(("one child a user enters and leaves", "每个用户各有一个子进程进去又出来"), Observe.Lines(visit.Enters, visit.Leaves), Speakers.OneChildEach(visit.Users.ToArray(), "{0} enters", "{0} leaves"));
}
