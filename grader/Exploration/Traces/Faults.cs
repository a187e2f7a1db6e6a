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
                OperationCompleted { Outcome: Failed { Kind: FailureKind.Limit } failed } => new Fault(Verdict.Limit, $"{ProcessLabel.Of(step.After, happened.Agent)} met a limit at {happened.Site}: {failed.Message}", happened.Site),
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
        return new Fault(Verdict.Deadlock, $"Nobody can go on: {WaitChains.Sum(state)}.", first?.Site ?? CallSite.Unknown, chain);
    }

    /// <summary>Processes that outlive the program; null when there are none.</summary>
    public static Fault? Leak(KernelState state)
    {
        var left = KernelRules.LeftBehind(state);
        if (left.Count == 0)
            return null;
        var names = string.Join(", ", left.Select(a => ProcessLabel.Of(a)));
        return new Fault(Verdict.Leak, $"{left.Count} process(es) were left behind when the program ended: {names}. Join or terminate every child, and the children of a child before it is killed.", left[0].Site);
    }

    /// <summary>All who could go on go round for ever.</summary>
    /// <param name="state">A state of the round.</param>
    /// <param name="spinning">Who goes round.</param>
    public static Fault Livelock(KernelState state, IEnumerable<string> spinning)
    {
        var agents = spinning.Select(name => state.Agents[name]!).ToList();
        var waiting = WaitChains.Tell(state, [.. agents.Select(a => a.Name)]);
        var lines = agents.Select(a => $"{ProcessLabel.Of(a)} goes round at {a.Site} ({a.Pending?.Describe()}) and nothing it looks at ever changes").ToList();
        return new Fault(Verdict.Livelock, $"The program goes round for ever: {string.Join("; ", lines.Concat(waiting))}.", agents[0].Site, waiting);
    }

    private static Fault Hang(KernelState state, ProcessLeaving leaving)
    {
        var site = leaving.End.Crash?.Site ?? leaving.Site;
        return new Fault(Verdict.Hang, $"{ProcessLabel.Of(state, leaving.Agent)} went round at {site} more often than the grader follows: {leaving.End.Crash?.Message ?? "its loop iterations are used up."} A loop that ends has to do less work between two operations; one that does not needs an end, or something to wait for.", site);
    }

    private static Fault OverLimit(KernelState state, ProcessLeaving leaving)
    {
        var site = leaving.End.Crash?.Site ?? leaving.Site;
        return new Fault(Verdict.Limit, $"{ProcessLabel.Of(state, leaving.Agent)} {leaving.End.Crash?.Message} ({site})", site);
    }

    private static Fault Crash(KernelState state, ProcessLeaving leaving)
    {
        var crash = leaving.End.Crash!;
        return new Fault(Verdict.Crash, $"{ProcessLabel.Of(state, leaving.Agent)} ended with {crash.Type}: {crash.Message} ({crash.Site})", crash.Site);
    }
}
