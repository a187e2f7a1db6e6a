using ExerciseKit.Contract;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Exploration.Sampling;

/// <summary>SURW: picks one thing that processes contend for, and makes all orders in which they use it equally likely.</summary>
/// <remarks>
/// Source: Zhao, Wolff, Mathur, Roychoudhury, "Selectively Uniform Concurrency Testing", ASPLOS 2025. Whoever has more uses of
/// it left is more likely to be next: that makes the orders equally likely, as far as nobody has to wait and the profile's
/// numbers are right. A process that is not started yet counts with the one that will start it.
/// </remarks>
public sealed class SelectivelyUniformWalk : ISchedule
{
    private const int WeightOfAUse = 8;
    private const int WeightOfNone = 1;

    private readonly Random random;
    private readonly string? resource;
    private readonly Dictionary<string, int> usesLeft = [];
    private readonly HashSet<string> known = [];

    /// <summary>Who is to use it next; the others wait before their uses. Null while that is not drawn.</summary>
    private string? next;

    public SelectivelyUniformWalk(int seed, RunProfile profile)
    {
        random = new Random(seed);
        if (profile.Contested.Count == 0)
            return;
        resource = profile.Contested[random.Next(profile.Contested.Count)];
        usesLeft = new(profile.UsesOf(resource));
    }

    public Choice? Pick(KernelState state, IReadOnlyList<Choice> choices)
    {
        ShareWithNewborn(state);
        if (next is null || state.Agents[next] is not { IsAlive: true })
            next = Draw(state, state.Agents.Values.ToArray().Where(a => a.IsAlive).Select(a => a.Name));
        var possible = choices.Where(c => c.Agent == next || !Uses(state, c)).ToList();
        if (possible.Count == 0)
        {
            // The one drawn waits for something that only the others can do.
            next = Draw(state, choices.Select(c => c.Agent).Distinct());
            possible = [.. choices.Where(c => c.Agent == next)];
        }

        var picked = possible[random.Next(possible.Count)];
        if (Uses(state, picked))
        {
            usesLeft[picked.Agent] = Math.Max(usesLeft.GetValueOrDefault(picked.Agent) - 1, 0);
            next = null;
        }

        return picked;
    }

    /// <summary>Where the one drawn has started children, its turn may have been drawn for their sake.</summary>
    private void ShareWithNewborn(KernelState state)
    {
        var heirs = new List<string>();
        foreach (var agent in state.Agents.Values)
        {
            if (known.Add(agent.Name) && agent.Parent == next)
                heirs.Add(agent.Name);
        }

        if (next is not null && heirs.Count > 0)
            next = Draw(state, UsesLeft(state, next) > 0 ? [next, .. heirs] : heirs);
    }

    /// <summary>One of the agents, each as likely as it has uses left.</summary>
    private string Draw(KernelState state, IEnumerable<string> agents)
    {
        var candidates = agents.ToList();
        var weights = candidates.ConvertAll(name => WeightOf(state, name));
        var at = 0;
        for (var left = random.Next(weights.Sum()); left >= weights[at]; at++)
            left -= weights[at];
        return candidates[at];
    }

    /// <summary>A little where it has no uses left: that makes no order more likely where the profile is right, and leaves none out where it is not.</summary>
    private int WeightOf(KernelState state, string agent) => Math.Max(UsesLeft(state, agent) * WeightOfAUse, WeightOfNone);

    /// <summary>The uses that an agent has left, with those of the descendants that are not started yet.</summary>
    private int UsesLeft(KernelState state, string agent)
    {
        var uses = 0;
        foreach (var (name, left) in usesLeft)
        {
            var living = name;
            while (state.Agents[living] is null && Names.Creator(living) is { } creator)
                living = creator;
            uses += living == agent ? left : 0;
        }

        return uses;
    }

    private bool Uses(KernelState state, Choice choice)
    {
        if (resource is null || choice.Kind == ChoiceKind.Die)
            return false;
        foreach (var access in KernelRules.AccessesOf(state, state.Agents[choice.Agent]!))
        {
            if (access.Resource == resource)
                return true;
        }

        return false;
    }
}
