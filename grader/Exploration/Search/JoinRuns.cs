using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Search;

/// <summary>Joins in a row count as one: the process that waits does nothing in between, so the order in which it meets the ends makes no difference.</summary>
/// <remarks>Only where no observer reads when a join is done.</remarks>
internal static class JoinRuns
{
    /// <summary>The children that the agent's pending join and those right after it wait for; empty when it waits in no join without patience.</summary>
    public static HashSet<string> ChildrenOf(AgentState agent, BehaviourNode history)
    {
        var children = new HashSet<string>();
        if (agent.Pending is not JoinProcess)
            return children;
        // Learnt where it is not known yet: what counts as one must not change while the search goes on.
        var library = history.Tree.Library;
        for (var at = history; library.Ask(at).Operation is JoinProcess { Patience: null } join; at = library.After(at, Flag.True))
        {
            // A join of what is no child of its own, or was never started, fails: what it does then is another history.
            var child = Names.Absolute(join.Process, agent.Name);
            if (Names.Creator(child) != agent.Name || !children.Add(child))
                break;
        }

        return children;
    }

    /// <summary>Whether an observer reads joins, so that each must count for itself.</summary>
    public static bool AreSeenBy(IEnumerable<Property> properties)
    {
        var patterns = properties.SelectMany(p => p.Observer.Patterns).ToList();
        return patterns.Exists(p => p.Matches(JoinBy(Names.Root)) || p.Matches(JoinBy(Names.Absolute(Names.OwnChild(0), Names.Root))));

        static OperationCompleted JoinBy(string agent) =>
            new(agent, TimeSpan.Zero, CallSite.Unknown, new JoinProcess(Names.Self, Patience: null), Flag.True, TimedOut: false);
    }

    /// <summary>Whether all that the run waits for has ended.</summary>
    public static bool IsReady(KernelState state, AgentState agent, BehaviourNode history)
    {
        foreach (var child in ChildrenOf(agent, history))
        {
            if (state.Agents[child] is { IsAlive: true })
                return false;
        }

        return true;
    }
}
