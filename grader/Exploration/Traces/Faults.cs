using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Exploration.Traces;

/// <summary>Tells what is wrong with a schedule by itself: crash, hang, limit, deadlock, leak, livelock.</summary>
public static class Faults
{
    /// <summary>The first fault among the events of one step; null when there is none.</summary>
    public static Fault? In(TraceStep step, Scenario scenario)
    {
        foreach (var happened in step.Events)
        {
            var fault = happened switch
            {
                ProcessLeaving { End.Ending: Ending.OutOfBudget } leaving => Hang(step.After, leaving),
                ProcessLeaving { End.Ending: Ending.OverLimit } leaving => OverLimit(step.After, leaving),
                ProcessLeaving { End.Ending: Ending.Threw } leaving when !scenario.ExpectsCrashes => Crash(step.After, leaving),
                OperationCompleted { Outcome: Failed { Kind: FailureKind.Limit } failed } => MeetsLimit(step.After, happened, failed),
                _ => null,
            };
            if (fault is not null)
                return fault;
        }

        return null;
    }

    /// <summary>Nobody can go on, and somebody is not done.</summary>
    public static Fault Deadlock(KernelState state)
    {
        var chain = WaitChains.Tell(state);
        var first = KernelRules.Blocked(state).FirstOrDefault(w => w.Operation is not EndProcess);
        var sum = WaitChains.Sum(state);
        return new Fault(Verdict.Deadlock, ($"Nobody can go on: {sum.En}.", $"没有进程能继续执行：{sum.Zh}。"), first?.Site ?? CallSite.Unknown, chain);
    }

    /// <summary>Processes that outlive the program; null when there are none.</summary>
    public static Fault? Leak(KernelState state)
    {
        var left = KernelRules.LeftBehind(state);
        if (left.Count == 0)
            return null;
        var names = string.Join(", ", left.Select(a => ProcessLabel.Of(a)));
        return new Fault(
            Verdict.Leak,
            ($"{left.Count} process(es) were left behind when the program ended: {names}. Join or terminate every child, and the children of a child before it is killed.",
             $"程序结束时遗留了 {left.Count} 个进程：{names}。每个子进程都要用 Join 等待，或者终止；强行终止一个子进程之前，也要先这样处理它自己的子进程。"),
            left[0].Site);
    }

    /// <summary>All who could go on go round for ever.</summary>
    /// <param name="state">A state of the round.</param>
    /// <param name="spinning">Who goes round.</param>
    public static Fault Livelock(KernelState state, IEnumerable<string> spinning)
    {
        var agents = spinning.Select(name => state.Agents[name]!).ToList();
        var waiting = WaitChains.Tell(state, [.. agents.Select(a => a.Name)]);
        var lines = LocalizedText.Join(("; ", "；"), agents.Select(GoesRound).Concat(waiting));
        return new Fault(Verdict.Livelock, ($"The program goes round for ever: {lines.En}.", $"程序永远在循环：{lines.Zh}。"), agents[0].Site, waiting);
    }

    private static LocalizedText GoesRound(AgentState agent)
    {
        var (who, what) = (ProcessLabel.Of(agent), agent.Pending?.Describe());
        return ($"{who} goes round at {agent.Site} ({what?.En}) and nothing it looks at ever changes", $"{who} 在 {agent.Site}（{what?.Zh}）不停循环，而它查看的东西永远不会变化");
    }

    private static Fault MeetsLimit(KernelState state, KernelEvent happened, Failed failed)
    {
        var (who, met) = (ProcessLabel.Of(state, happened.Agent), failed.Describe());
        return new Fault(Verdict.Limit, ($"{who} met a limit at {happened.Site}: {met.En}", $"{who} 在 {happened.Site} 达到了限制：{met.Zh}"), happened.Site);
    }

    private static Fault Hang(KernelState state, ProcessLeaving leaving)
    {
        var site = leaving.End.Crash?.Site ?? leaving.Site;
        var who = ProcessLabel.Of(state, leaving.Agent);
        var how = leaving.End.Crash?.Words ?? ("its loop iterations are used up.", "循环次数已经用完。");
        return new Fault(
            Verdict.Hang,
            ($"{who} went round at {site} more often than the grader follows: {how.En} A loop that ends has to do less work between two operations; one that does not needs an end, or something to wait for.",
             $"{who} 在 {site} 的循环次数超出了评分程序能跟踪的范围：{how.Zh}会结束的循环，在两次操作之间要少做些事；不会结束的循环，要有出口，或者改为等待某件事发生。"),
            site);
    }

    private static Fault OverLimit(KernelState state, ProcessLeaving leaving)
    {
        var site = leaving.End.Crash?.Site ?? leaving.Site;
        var (who, how) = (ProcessLabel.Of(state, leaving.Agent), leaving.End.Crash?.Words);
        return new Fault(Verdict.Limit, ($"{who} {how?.En} ({site})", $"{who} {how?.Zh}（{site}）"), site);
    }

    private static Fault Crash(KernelState state, ProcessLeaving leaving)
    {
        var crash = leaving.End.Crash!;
        var (who, how) = (ProcessLabel.Of(state, leaving.Agent), crash.Words);
        return new Fault(Verdict.Crash, ($"{who} ended with {crash.Type}: {how.En} ({crash.Site})", crash.IsException ? $"{who} 因异常 {crash.Type} 结束：{how.Zh}（{crash.Site}）" : $"{who} 意外结束：{how.Zh}（{crash.Site}）"), crash.Site);
    }
}
