using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Daemon;

/// <summary>What 05-daemon must hold.</summary>
/// <remarks>Who lives how long is a matter of durations: most of this is judged in strict time.</remarks>
public sealed class DaemonChecks() : ExerciseChecks("05-daemon")
{
    private static readonly Family<Lives> Longer = Family.Of(
        "longer", chance => LongerThan(chance.From(1, 3), chance), new Lives("ada", 5, 2), new Lives("zoe", 3600, 1));

    private static readonly Family<Lives> Shorter = Family.Of(
        "shorter", chance => ShorterThan(chance.From(2, 5), chance), new Lives("ada", 1, 3), new Lives("zoe", 59, 60));

    private static readonly OperationPattern<ProcessOperation> Terminations = new() { Where = operation => operation is TerminateProcess or KillProcess };

    private static readonly LinePattern ParentEnds = LinePattern.Like("parent ends").By(Who.Root);

    public override LiveRun Live { get; } = new(new Lives("ada", 5, 2).Scenario, TimeSpan.FromSeconds(2));

    public override IReadOnlyList<Check> Checks(Draw draw)
    {
        var (longer, shorter) = (draw.Of(Longer), draw.Of(Shorter));
        return
        [
            new Check("cut-off", ("A daemon that needs longer than its parent is cut off", "需要的时间比父进程长的守护进程会被切断"), 4)
                .Each(longer, (check, lives) => Lived(check, lives)
                    .OnceAt(("the parent prints 'parent ends'", "父进程打印“parent ends”"), ParentEnds, lives.Parent)
                    .Never(($"nobody prints '{lives.Name} dies'", $"没有进程打印“{lives.Name} dies”"), Observe.Count(lives.End), n => n > 0).OnlyIn(Tier.Strict)
                    .Never(("nobody terminates it by hand", "没有谁手动终止它"), Observe.Count(Terminations), n => n > 0)
                    .MakespanIs(lives.Parent))
                .WithHint(("What happens to an ordinary child when its parent ends, and what to a daemon?", "父进程结束时，普通的子进程会怎样？守护进程又会怎样？")),
            new Check("finishes", ("A daemon that needs less comes to its own end", "需要时间较短的守护进程能自己结束"), 2)
                .Each(shorter, (check, lives) => Died(Lived(check, lives), lives)
                    .MakespanIs(lives.Parent)),
            new Check("daemon", ("The child is a daemon from its start on", "子进程从启动起就是守护进程"), 2)
                .Each([.. longer, .. shorter], (check, lives) => Lived(check, lives)
                    .AtEnd(($"who prints '{lives.Name} lives' was started as a daemon", $"打印“{lives.Name} lives”的进程是作为守护进程启动的"), lives.Daemon, seen => seen.IsChild == true).OnlyIn(Tier.Strict))
                .WithHint(("IsDaemon says what shall happen to the child when its parent ends. When is the last moment to say it?", "IsDaemon 规定父进程结束时子进程会怎样。最晚要在什么时候设置它？")),
            new Check("waits-for-nobody", ("The parent does not wait for the child, not for one that is quicker either", "父进程不等子进程，哪怕子进程更快"), 2)
                .Each(shorter, (check, lives) => Died(check.In(lives.Scenario), lives)
                    .Sometimes(($"'parent ends' can come before '{lives.Name} lives'", $"“parent ends”可以先于“{lives.Name} lives”出现"), Observe.Precedence(ParentEnds, lives.Begin), so => so == Precedence.Wanted))
                .WithHint(("If the child were slow to begin, would your parent still be on time?", "如果子进程迟迟才开始，你的父进程还能准时吗？")),
        ];
    }

    private static Check Lived(Check check, Lives lives) => check
        .In(lives.Scenario)
        .OnceAt(($"the child prints '{lives.Name} lives'", $"子进程打印“{lives.Name} lives”"), lives.Begin.By(Who.Child), TimeSpan.Zero);

    private static Check Died(Check check, Lives lives) => check
        .OnceAt(($"the child prints '{lives.Name} dies'", $"子进程打印“{lives.Name} dies”"), lives.End.By(Who.Child), lives.Child)
        .OnceAt(("the parent prints 'parent ends'", "父进程打印“parent ends”"), ParentEnds, lives.Parent);

    private static Lives LongerThan(int parent, Chance chance) => new(chance.Names(1)[0], parent + chance.From(1, 4), parent);

    private static Lives ShorterThan(int parent, Chance chance) => new(chance.Names(1)[0], chance.From(1, parent - 1), parent);
}
