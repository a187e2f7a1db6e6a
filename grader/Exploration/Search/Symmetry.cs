using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Exploration.Search;

/// <summary>Siblings with equal target and equal arguments are interchangeable: of the states that differ in who of them is where, one is enough.</summary>
/// <remarks>
/// Only where nobody can tell them apart: no observer reads agents' names, no process asks who it is or who lives, none can
/// be terminated but by their pool, their parent waits for all of them in one run of joins that no observer reads, or they are one pool's
/// workers, and they have made nothing that bears their name.
/// </remarks>
internal sealed class Symmetry(ProgramFacts facts, IReadOnlyList<Property> properties)
{
    private readonly bool isPossible =
        !facts.Terminates && !facts.AsksWhoLives && !facts.AsksWhoItIs && !facts.JoinsWithPatience && properties.All(p => !p.Observer.SeesAgents)
        && !JoinRuns.AreSeenBy(properties);

    /// <summary>The state that stands for all that differ from this one by swapping such siblings.</summary>
    /// <param name="kernel">The state; replaced by the one that stands for it.</param>
    /// <param name="histories">The histories in it; replaced likewise.</param>
    /// <returns>The new name of each agent that was renamed, by its old one; null when none was.</returns>
    public IReadOnlyDictionary<string, string>? Normalize(ref KernelState kernel, ref NamedMap<BehaviourNode> histories)
    {
        if (!isPossible)
            return null;
        Dictionary<string, string>? renaming = null;
        foreach (var workers in KernelRules.PoolWorkers(kernel))
        {
            foreach (var siblings in Classes(kernel, workers))
                Sort(siblings, histories, ref renaming);
        }

        foreach (var parent in kernel.Agents.Values)
        {
            if (parent.Pending is not JoinProcess || histories[parent.Name] is not { } history)
                continue;
            foreach (var siblings in Classes(kernel, JoinRuns.ChildrenOf(parent, history)))
                Sort(siblings, histories, ref renaming);
        }

        if (renaming is null)
            return null;
        kernel = kernel.Renamed(renaming);
        var renamed = histories;
        foreach (var (from, to) in renaming)
            renamed = histories[from] is { } moved ? renamed.With(to, moved) : renamed.Without(to);
        histories = renamed;
        return renaming;
    }

    private static IEnumerable<List<AgentState>> Classes(KernelState kernel, IEnumerable<string> children) =>
        children.Select(name => kernel.Agents[name]).OfType<AgentState>()
            .Where(child => !HasMadeAnything(kernel, child.Name))
            .GroupBy(child => (child.Target, child.Arguments, child.IsDaemon))
            .Where(group => group.Count() > 1)
            .Select(group => group.OrderBy(child => child.Name, StringComparer.Ordinal).ToList());

    private static bool HasMadeAnything(KernelState kernel, string agent)
    {
        foreach (var name in kernel.Objects.Names)
        {
            if (Names.IsBelow(name, agent))
                return true;
        }

        foreach (var other in kernel.Agents.Values)
        {
            if (other.Parent == agent)
                return true;
        }

        return false;
    }

    private static void Sort(List<AgentState> siblings, NamedMap<BehaviourNode> histories, ref Dictionary<string, string>? renaming)
    {
        var sorted = siblings
            .OrderBy(a => a.Status)
            .ThenBy(a => histories[a.Name]?.Id ?? -1)
            .ThenBy(a => a.ExitCode)
            .ThenBy(a => a.PendingDeath)
            .ThenBy(a => a.Deadline)
            .ThenBy(a => a.OwnTime)
            .ThenBy(a => a.Name, StringComparer.Ordinal);
        foreach (var (to, from) in siblings.Zip(sorted))
        {
            if (to.Name != from.Name)
                (renaming ??= [])[from.Name] = to.Name;
        }
    }
}
