using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel.Randomness;

namespace ExerciseKit.Kernel.Rules;

/// <summary>How time makes choices possible.</summary>
internal static class Clockwork
{
    /// <summary>When an operation asked for now runs out of patience; null when it never does, or is never patient.</summary>
    public static TimeSpan? DeadlineOf(Operation operation, TimeSpan now) => operation switch
    {
        Sleep sleep => Moment.After(now, sleep.Duration),
        { Timeout: { } timeout } when timeout > TimeSpan.Zero => Moment.After(now, timeout),
        _ => null,
    };

    /// <summary>Whether the agent's operation can complete now; one without patience always can, if need be by failing.</summary>
    public static bool CanComplete(KernelState state, AgentState agent) =>
        agent.Pending is { } operation
        && (operation.Timeout == TimeSpan.Zero || Primitives.Of(operation).IsEnabled(state, agent, operation));

    /// <summary>What can happen at the state's own time.</summary>
    public static List<Choice> ChoicesAt(KernelState state, IReadOnlySet<string>? parked)
    {
        var choices = new List<Choice>();
        foreach (var agent in state.Agents.Values)
        {
            foreach (var kind in KindsOf(state, agent, isParked: IsIn(parked, agent)))
                choices.Add(new(agent.Name, kind));
        }

        return choices;
    }

    /// <summary>What can happen to one agent at the state's own time.</summary>
    public static IEnumerable<ChoiceKind> KindsOf(KernelState state, AgentState agent, bool isParked)
    {
        if (!agent.IsAlive)
            yield break;
        if (agent.PendingDeath is not null)
            yield return ChoiceKind.Die;
        if (agent.Pending is null || isParked)
            yield break;
        if (CanComplete(state, agent))
            yield return ChoiceKind.Complete;
        else if (MayTimeOut(state, agent))
            yield return ChoiceKind.TimeOut;
    }

    /// <summary>The agents whose operations can complete at the state's own time.</summary>
    public static IReadOnlySet<string> CanGoOn(KernelState state) =>
        ChoicesAt(state, null).Where(c => c.Kind == ChoiceKind.Complete).Select(c => c.Agent).ToHashSet();

    /// <summary>The next deadline to come; null when there is none.</summary>
    public static TimeSpan? NextDeadline(KernelState state, IReadOnlySet<string>? parked)
    {
        TimeSpan? next = null;
        foreach (var agent in state.Agents.Values)
        {
            if (agent.IsAlive && !IsIn(parked, agent) && agent.Deadline is { } deadline && (next is null || deadline < next))
                next = deadline;
        }

        return next;
    }

    /// <summary>Ends an operation whose patience has run out.</summary>
    public static void TimeOut(Transition transition, IPrimitive primitive, Operation operation)
    {
        var agent = transition.Agent;
        if (operation.Timeout is { } timeout)
            transition.Set(OwnClock.AfterWaiting(agent, timeout, transition.State.Settings));
        transition.MarkTimedOut();
        primitive.TimeOut(transition, operation);
    }

    private static bool IsIn(IReadOnlySet<string>? parked, AgentState agent) => parked?.Contains(agent.Name) == true;

    // In loose time as often as it is asked for: whoever tries a hundred times and then goes on regardless may go on too early.
    private static bool MayTimeOut(KernelState state, AgentState agent) => state.Settings.Timing switch
    {
        Timing.Loose => agent.Pending!.Timeout is not null,
        _ => agent.Deadline <= state.Now && agent.Pending is not Sleep,
    };
}
