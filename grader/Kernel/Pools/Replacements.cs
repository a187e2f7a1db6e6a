using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel.Randomness;

namespace ExerciseKit.Kernel.Pools;

/// <summary>A pool's worker that ends is replaced, in the same moment, as long as the pool has not let its workers go. Python: <c>Pool._maintain_pool</c>.</summary>
/// <remarks>
/// The task that it held is lost. Not replaced is who was let go, or fell before it ever asked for a task, by what it met itself: whatever
/// stopped it would stop the next one, too. CPython replaces that one without end.
/// </remarks>
internal static class Replacements
{
    /// <summary>The same step, followed by the start of a worker where one has ended in it.</summary>
    /// <param name="before">The state before the step.</param>
    /// <param name="step">The step.</param>
    /// <param name="childId">The process id of the new worker; null for one that depends on its name alone.</param>
    public static StepResult After(KernelState before, StepResult step, int? childId)
    {
        foreach (var happened in step.Events)
        {
            if (happened is (ProcessEnded or ProcessDied) && before.Agents[happened.Agent] is { IsDaemon: true } ended
                && PoolOf(before, ended) is var (name, pool) && IsReplaced(before, ended, pool, happened))
            {
                return Replace(step, ended, name, childId);
            }
        }

        return step;
    }

    /// <summary>The pool that an agent works for; null where it works for none.</summary>
    public static (string Name, PoolState Pool)? PoolOf(KernelState state, AgentState agent)
    {
        if (!agent.IsDaemon)
            return null;
        foreach (var (name, pool) in state.Objects.Of<PoolState>())
        {
            if (pool.Workers.Contains(agent.Name))
                return (name, pool);
        }

        return null;
    }

    private static bool IsReplaced(KernelState before, AgentState ended, PoolState pool, KernelEvent how)
    {
        if (pool.Phase == PoolPhase.Terminated || before.Agents[ended.Parent!] is not { Status: AgentStatus.Running or AgentStatus.Waiting })
            return false;
        // In a closed pool, too: the tasks that wait there are still to be done.
        return pool.TakenBy(ended.Name) is not null
            || ended.Pending is TakeTask
            || (how is ProcessDied { Death: not Death.Lost } && ended.Pending is not EndProcess);
    }

    private static StepResult Replace(StepResult step, AgentState ended, string name, int? childId)
    {
        var state = step.State;
        var pool = state.Find<PoolState>(name)!;
        var (place, processName) = pool.NextReplacement;
        var worker = new AgentState(place, ended.Parent, childId ?? UntidyMachine.IdOf(state.Settings.Seed, place), processName, IsDaemon: true, ended.Target, ended.Arguments)
        {
            OwnTime = ended.OwnTime,
        };
        var maker = state.Agents[ended.Parent!]!;
        return step with
        {
            State = state.With(worker).With(name, pool.With(worker.Name)),
            Events = [.. step.Events, new ProcessStarted(maker.Name, state.Now, maker.Site, worker.Name) { InPlaceOf = ended.Name }],
        };
    }
}
