using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Gate;

/// <summary>What 18-condition must hold.</summary>
public sealed class GateChecks() : ExerciseChecks("18-condition")
{
    // Of three, one may go in: a visitor who comes just then can take the place of one who was woken for it.
    private static readonly Crowd OneThenTwo = Crowd.Of(1, 2);

    private static readonly Family<Crowd> InGroups = Family.Of<Crowd>("in-groups", TwoGroups, OneThenTwo, Crowd.Of(1, 1, 1));

    private static readonly Family<Crowd> InTwoGroups = Family.Of<Crowd>("in-two-groups", TwoGroups, OneThenTwo);

    // A pair, and more than a pair.
    private static readonly Family<Crowd> Together = Family.Of<Crowd>(
        "together", chance => Crowd.Of(chance.From(1, 3)), Crowd.Of(2), Crowd.Of(3));

    // Admitted one by one, a visitor may be woken in vain, and waits again.
    private static readonly Family<Crowd> Early = Family.Of<Crowd>(
        "early", chance => Crowd.Of(chance.OneOf(1, 3)), Crowd.Of(2), Crowd.Of(1, 1));

    public override LiveRun Live { get; } = new(Crowd.Of(1, 2, 5, 12).Scenario, TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw) =>
    [
        new Check("admitted", ("Never more inside than were admitted", "里面的人从不多于放行的人数"), 4)
            .Each(draw.Of(InGroups), NeverOvercrowded)
            .Sampling(draw.One("larger crowd", chance => Crowd.Of(chance.Shuffled([1, 2, chance.Children(5, 6, beside: 4)]))), NeverOvercrowded)
            .WithHint(("A visitor has been woken, and waits for the lock. What can have happened by the time it has the lock?", "一个访客被唤醒，正在等锁。到它拿到锁的时候，可能已经发生了什么？")),
        new Check("all-enter", ("All who are admitted get in, whoever comes late", "放行的人都能进去，不管谁来晚了"), 3)
            .Each(draw.Of(Together), (check, crowd) => AllEnter(check, crowd).ReturnsLast(crowd.Enters))
            .WithHint(("A notification wakes those who sleep, and is not kept for anybody else. How does a visitor who comes later learn that there is room?", "通知只唤醒正在睡的人，不会留给别人。后来的访客怎么知道可以进去了？")),
        new Check("condition", ("Who must wait sleeps at a condition", "必须等待的人睡在条件变量上"), 2)
            .Each(draw.Of(Early), (check, crowd) => AllEnter(check, crowd)
                .Sometimes(("a visitor who comes too early sleeps at a condition, is notified and enters", "来得太早的访客可以睡在条件变量上，收到通知后进去"), Waking.Of(crowd), waking => waking.HasEntered)
                .Never(("no visitor asks over and over whether it may enter", "没有访客反复询问能不能进去"), Asking.Until(crowd.Enters), asking => asking.Finding is not null))
            .WithHint(("What lets a process give a lock back and sleep in one step, until it is told that something has changed?", "有什么能让进程一步完成还锁和睡眠，直到有人告诉它情况变了？")),
        new Check("groups", ("A group may go in before the next is admitted, whoever it is", "一批人可以在下一批放行之前进去，不管是谁"), 1)
            .Each(draw.Of(InTwoGroups), (check, crowd) => AllCome(check, crowd)
                .Sometimes(("the first group can be inside before more are admitted", "第一批人可以在放行更多人之前就进去"), Turnout.Of(crowd), turnout => turnout.Groups == 1 && turnout.Entered == crowd.Admissions[0])
                .Sometimes(("the last visitor can be the first to enter", "最后一个访客可以最先进去"), Observe.Precedence(LinePattern.Like($"visitor {crowd.Visitors} enters"), crowd.Enters), so => so == Precedence.Wanted))
            .Sampling(draw.One("many visitors", chance => Crowd.Of(chance.Shuffled([1, 3, chance.Children(5, 7, beside: 5)]))), (check, crowd) => AllCome(check, crowd).StartsAllFirst(crowd.Enters))
            .WithHint(("What does the doorkeeper hold between two groups, and is there a reason to start or to wait one at a time?", "看门人在两批之间手里拿着什么？启动或等待有必要一个一个来吗？")),
    ];

    private static Crowd TwoGroups(Chance chance) => chance.OneOf(Crowd.Of(1, 1), Crowd.Of(2, 1));

    private static Check NeverOvercrowded(Check check, Crowd crowd) => AllCome(check, crowd)
        .Never(("the groups are admitted in their order, and no more have entered than have been admitted", "各批按顺序放行，进去的人数不超过放行的人数"), Turnout.Of(crowd), turnout => turnout.IsOvercrowded || turnout.OutOfTurn is not null);

    private static Check AllEnter(Check check, Crowd crowd) => check
        .In(crowd.Scenario)
        .AtEnd(("each visitor is a child of its own, and enters once", "每个访客是一个单独的子进程，进去一次"), Observe.Lines(crowd.Enters), Visits(crowd));

    private static Check AllCome(Check check, Crowd crowd) => check
        .In(crowd.Scenario)
        .AtEnd(($"one doorkeeper admits {crowd.InWords.En}, and one child a visitor enters", $"一个看门人分别放行 {crowd.InWords.Zh} 个，每个访客各有一个子进程进去"), Observe.Lines(crowd.Admits, crowd.Enters), Cast(crowd));

    private static Func<EquatableArray<Saying>, bool> Visits(Crowd crowd) => Speakers.OneChildEach(crowd.Numbers.ToArray(), "visitor {0} enters");

    /// <summary>Whether one process is the doorkeeper, and each visitor another child.</summary>
    private static Func<EquatableArray<Saying>, bool> Cast(Crowd crowd)
    {
        var visits = Visits(crowd);
        var admits = crowd.Admits;
        var groups = crowd.Admissions.Select(n => $"doorkeeper admits {n}").Order(StringComparer.Ordinal).ToList();
        return sayings =>
        {
            var said = sayings.ToLookup(s => admits.MatchesLine(s.Text));
            var entered = said[false].ToEquatableArray();
            return visits(entered)
                && said[true].Select(s => s.Text).SequenceEqual(groups)
                && said[true].Select(s => s.Agent).Distinct().Count() == 1
                && entered.All(s => s.Agent != said[true].First().Agent);
        };
    }
}
