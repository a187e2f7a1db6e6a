using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Ledger;

/// <summary>What 20-reentrant-lock must hold.</summary>
public sealed class LedgerChecks() : ExerciseChecks("20-reentrant-lock")
{
    private static readonly string[] Entry = ["{0} begins", "{0} writes", "{0} ends"];

    private static readonly Family<Staff> Several = Family.Of<Staff>(
        "several", chance => Staff.Of(chance.Names(2)), Staff.Of("ann", "bob", "cem"), Staff.Of("zoe", "al"));

    private static readonly Family<Staff> Single = Family.Of<Staff>("single", chance => Staff.Of(chance.Names(1)), Staff.Of("ann"), Staff.Of("zoe"));

    public override LiveRun Live { get; } = new(
        Staff.Of([.. Enumerable.Range(1, 20).Select(i => $"clerk{i}")]).ScenarioNamed(("20 clerks", "20 个职员")),
        TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw)
    {
        var (several, single) = (draw.Of(Several), draw.Of(Single));
        return
        [
            new Check("entries", ("The entries never mix", "各笔账从不混在一起"), 4)
                .Each(several, NeverMixed)
                .Sampling(draw.One("larger staff", chance => Staff.Of(chance.Names(chance.Children(6, 9)))), NeverMixed)
                .WithHint(("From which line to which must nobody else write, and is the lock held all the time between?", "从哪一行到哪一行，别人都不能写？这期间锁一直拿着吗？")),
            new Check("alone", ("A clerk who is alone does not wait for himself", "只有一个职员时，他不会等自己"), 2)
                .Each(single, (check, staff) => Written(check, staff).ReturnsLast(staff.Begins, staff.Writes, staff.Ends))
                .WithHint(("The nested method asks for a lock that its own process holds. Which kind of lock grants that?", "内层方法要拿的锁正由自己的进程持有。哪一种锁允许这样？")),
            new Check("nested", ("Both methods take the lock", "两个方法都拿锁"), 2)
                .Each([.. single, .. several.Where(staff => staff.Clerks.Count == 2)], (check, staff) => Written(check, staff)
                    .Never(("the nested method takes the lock that the outer one holds, and both give it back", "内层方法拿外层方法所持有的那把锁，并且两个方法都还锁"), Nesting.Of(staff), nesting => nesting.Finding is not null))
                .WithHint(("Somebody may call the nested method on its own one day. Would the ledger be safe then?", "也许有一天会有人单独调用内层方法。那时账本还安全吗？")),
            new Check("any-order", ("The clerks need not come in the order of their names", "职员不必按名字的顺序来"), 2)
                .Each(several, (check, staff) => Written(check, staff)
                    .Sometimes(($"{staff.Clerks[^1]}, the last, can be the first to begin", $"最后一个职员 {staff.Clerks[^1]} 可以最先开始"), Observe.Precedence(LinePattern.Like($"{staff.Clerks[^1]} begins"), staff.Begins), so => so == Precedence.Wanted))
                .Sampling(draw.One("many clerks", chance => Staff.Of(chance.Names(chance.Children(9, 12)))), (check, staff) => Written(check, staff).StartsAllFirst(staff.Begins))
                .WithHint(("Writing is one at a time. Is there a reason to start or to wait one at a time, too?", "记账要一个一个来。启动或等待也有必要一个一个来吗？")),
        ];
    }

    private static Check NeverMixed(Check check, Staff staff) => Written(check, staff)
        .Never(("no line comes in the middle of another clerk's entry", "没有一行插进别的职员的账中间"), Observe.Blocks(staff.Clerks.ToArray(), Entry), seen => seen.Intrusion is not null);

    private static Check Written(Check check, Staff staff) => check
        .In(staff.Scenario)
        .AtEnd(("one child a clerk prints that clerk's entry", "每个职员各有一个子进程，打印该职员的账"), Observe.Lines(staff.Begins, staff.Writes, staff.Ends), Speakers.OneChildEach(staff.Clerks.ToArray(), Entry));
}
