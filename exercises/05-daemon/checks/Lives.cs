using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Daemon;

/// <summary>How long the child and its parent would take.</summary>
internal sealed record Lives(string Name, int ChildSeconds, int ParentSeconds)
{
    public LinePattern Begin => LinePattern.Like($"{Name} lives");

    public LinePattern End => LinePattern.Like($"{Name} dies");

    public TimeSpan Child => TimeSpan.FromSeconds(ChildSeconds);

    public TimeSpan Parent => TimeSpan.FromSeconds(ParentSeconds);

    public Scenario Scenario => Scenario.Of(($"a child ({Name}) of {ChildSeconds} s, a parent of {ParentSeconds} s", $"子进程（{Name}）{ChildSeconds} 秒，父进程 {ParentSeconds} 秒"), "Run", Name, ChildSeconds, ParentSeconds);

    /// <summary>Who was started as a daemon, and whether the child is one of them.</summary>
    public Observer<DaemonSeen> Daemon => new(
        new DaemonSeen([], null),
        (seen, happened) => happened is OperationCompleted { Operation: StartProcess start }
            ? seen with { Daemons = [.. seen.Daemons.Append(start.Process).Order(StringComparer.Ordinal)] }
            : seen with { IsChild = seen.Daemons.Contains(happened.Agent) && seen.IsChild != false },
        [Begin, End, new OperationPattern<StartProcess> { Where = start => start.IsDaemon == true }],
        seen => seen.IsChild is null ? ("it never spoke", "它一行也没有打印") : ("it is none", "它不是守护进程"))
    { SeesTime = false };
}

/// <summary>Who was started as a daemon.</summary>
/// <param name="Daemons">Their names, in order.</param>
/// <param name="IsChild">Whether the child, who says the lines, is one; null before it has spoken.</param>
internal sealed record DaemonSeen(EquatableArray<string> Daemons, bool? IsChild);
