using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Spawn;

/// <summary>What 01-spawn must hold.</summary>
public sealed class SpawnChecks() : ExerciseChecks("01-spawn")
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(3);

    // Names of both halves of the alphabet, of different length, one the beginning of another; and one alone.
    private static readonly Family<Brood> Broods = Family.Of(
        "broods", chance => Brood.Of(chance.Names(2)), Brood.Of("al", "zoe", "alexandra"), Brood.Of("kim"));

    private static readonly Brood Pair = Brood.Of("olga", "ed");

    private static readonly LinePattern Main = LinePattern.Like("main").By(Who.Root);

    public override LiveRun Live { get; } = new(
        Brood.Of([.. Enumerable.Range(1, 30).Select(i => $"child{i}")]).ScenarioNamed(("30 children", "30 个子进程"), "Run"),
        Life);

    public override IReadOnlyList<Check> Checks(Draw draw)
    {
        var broods = draw.Of(Broods);
        return
        [
            new Check("children", ("Each name has a child of its own that says both its lines", "每个名字有一个自己的子进程，两行都由它打印"), 3)
                .Each(broods, (check, brood) => brood.Printed(check.In(brood.Methods)))
                .WithHint(("Which process runs the code inside the target, and which one runs the code after Start?", "目标方法里的代码由哪个进程执行？Start 之后的代码又由哪个进程执行？")),
            new Check("parallel", ("The children sleep side by side: 3 s in all", "子进程同时睡眠：总共 3 秒"), 3)
                .Each(broods, (check, brood) => brood.Printed(check.In(brood.Methods))
                    .MakespanIs(Life))
                .Each([Pair], (check, brood) => brood.Apart(check, brood.Methods))
                .Sampling(draw.One("larger brood", chance => Brood.Of(chance.Names(chance.Children(9, 12)))), (check, brood) => brood.Printed(check.In(brood.Methods))
                    .MakespanIs(Life))
                .WithHint(("If each child has to wait for the one before, the whole takes longer. Who waits for whom?", "如果每个子进程都得等前一个，总时间就更长。是谁在等谁？")),
            new Check("main-first", ("'main' comes once all are started, and waits for none", "“main”在全部启动之后打印，不等任何一个"), 2)
                .Each(broods, (check, brood) => MainFirst(check.In(brood.Methods), brood))
                .WithHint(("Start gives back control at once. What would make the parent wait before it prints?", "Start 立刻就返回。什么会让父进程在打印之前等待？")),
            new Check("class-style", ("The same with a class derived from ChildProcess", "用 ChildProcess 的派生类做到同样的事"), 2)
                .Each(broods, (check, brood) => brood.Printed(check.In(brood.Classes))
                    .AtEnd(("the children that say the lines are of a class derived from ChildProcess", "打印这两行的子进程是 ChildProcess 派生类的对象"), Origins.Of(brood), origins => origins is { Other: null, OfClass.Count: > 0 })
                    .AtEnd(("the parent prints 'main' once", "父进程打印一次“main”"), Observe.Count(Main), n => n == 1)
                    .MakespanIs(Life))
                .Each([Pair], (check, brood) => brood.Apart(check, brood.Classes))
                .Each([Pair], (check, brood) => MainFirst(check.In(brood.Classes), brood))
                .WithHint(("Override Run, give the name to the constructor, and Start does the rest.", "重写 Run，把名字交给构造函数，剩下的由 Start 完成。")),
        ];
    }

    private static Check MainFirst(Check check, Brood brood) => check
        .AtEnd(("the parent prints 'main' once", "父进程打印一次“main”"), Observe.Count(Main), n => n == 1)
        .Order(("'main' comes after every start", "“main”出现在每次启动之后"), new StartPattern { Who = Who.Root }, brood.Names.Count, Main)
        .Sometimes(("'main' can come before any 'is over'", "“main”可以先于所有的“is over”出现"), Observe.Precedence(Main, brood.Over), so => so == Precedence.Wanted)
        .OnlyIn(Tier.Strict, Tier.Loose)
        .Sometimes(("'main' can come before any child has done a thing", "“main”可以在任何子进程做任何事之前出现"), Observe.Precedence(Main, new DeedPattern { Who = Who.Child }), so => so == Precedence.Wanted);
}
