using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.States;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Exploration.Search;

/// <summary>Siblings with equal target and equal arguments are interchangeable: of the states that differ in who of them is where, one is enough.</summary>
/// <remarks>
/// Only where nobody can tell them apart: no observer reads agents' names, no process asks who it is or who lives, none can
/// be terminated but by their pool, their parent waits for all of them in one run of joins that no observer reads, or they are one pool's
/// workers, and they have made nothing that bears their name.
/// </remarks>
internal sealed class Symmetry(KnownSteps steps, ProgramFacts facts, IReadOnlyList<Property> properties)
{
    private readonly bool isPossible =
        !facts.Terminates && !facts.AsksWhoLives && !facts.AsksWhoItIs && !facts.JoinsWithPatience && properties.All(p => !p.Observer.SeesAgents)
        && !JoinRuns.AreSeenBy(properties);

    private readonly StateStore store = steps.Store;
    private readonly Dictionary<(int Shape, int Number, bool IsObject), int[]> groups = [];
    private readonly Dictionary<(int From, int To), int> moved = [];
    private readonly Dictionary<SearchState, Swap> swaps = [];

    /// <summary>The state that stands for all that differ from this one by swapping such siblings.</summary>
    /// <param name="shape">The state's shape.</param>
    /// <param name="parts">The state; replaced by the one that stands for it.</param>
    /// <returns>The new name of each agent that was renamed, by its old one; null when none was.</returns>
    public IReadOnlyDictionary<string, string>? Normalize(Shape shape, ref int[] parts)
    {
        if (!isPossible)
            return null;
        int[]? goes = null;
        for (var i = 0; i < shape.Agents.Length; i++)
            Sort(shape, parts, ChildrenOf(shape, parts[i]), ref goes);
        for (var i = 0; i < shape.Objects.Length; i++)
            Sort(shape, parts, WorkersOf(shape, parts[shape.Agents.Length + i]), ref goes);
        if (goes is null)
            return null;
        var swap = SwapBy(shape, goes);
        parts = Swapped(shape, parts, goes, swap);
        return swap.Names;
    }

    /// <summary>The places of the children that an agent waits for in one run of joins, as far as they have made nothing.</summary>
    private int[] ChildrenOf(Shape shape, int number)
    {
        if (store.Agent(number) is not { History: { } history, Agent: { Pending: Contract.Operations.JoinProcess } agent })
            return [];
        return groups.TryGetValue((shape.Id, number, false), out var known)
            ? known
            : groups[(shape.Id, number, false)] = PlacesOf(shape, JoinRuns.ChildrenOf(agent, history));
    }

    private int[] WorkersOf(Shape shape, int number)
    {
        return groups.TryGetValue((shape.Id, number, true), out var known)
            ? known
            : groups[(shape.Id, number, true)] = PlacesOf(shape, KernelRules.WorkersOf(store.Object(number)));
    }

    private static int[] PlacesOf(Shape shape, IEnumerable<string> agents) =>
        [.. agents.Select(shape.PlaceOf).Where(place => place >= 0 && shape.Childless[place]).Order()];

    /// <summary>Notes where each goes when those of one role are put in order.</summary>
    private void Sort(Shape shape, int[] parts, int[] siblings, ref int[]? goes)
    {
        if (AreInOrder(parts, siblings))
            return;
        foreach (var equal in siblings.GroupBy(place => store.RoleOf(parts[place])).Select(group => group.ToArray()))
        {
            var sorted = equal.Order(Comparer<int>.Create((a, b) => Compare(parts, a, b))).ToArray();
            for (var i = 0; i < equal.Length; i++)
            {
                if (equal[i] == sorted[i])
                    continue;
                goes ??= [.. Enumerable.Range(0, shape.Agents.Length)];
                goes[sorted[i]] = equal[i];
            }
        }
    }

    private bool AreInOrder(int[] parts, int[] siblings)
    {
        for (var i = 1; i < siblings.Length; i++)
        {
            var before = i - 1;
            while (before >= 0 && store.RoleOf(parts[siblings[before]]) != store.RoleOf(parts[siblings[i]]))
                before--;
            if (before >= 0 && Compare(parts, siblings[before], siblings[i]) > 0)
                return false;
        }

        return true;
    }

    private int Compare(int[] parts, int one, int other)
    {
        var (a, b) = (store.Agent(parts[one]), store.Agent(parts[other]));
        var order = (a.Agent.Status, a.History?.Id ?? -1, a.Agent.ExitCode ?? int.MinValue, (int?)a.Agent.PendingDeath ?? -1)
            .CompareTo((b.Agent.Status, b.History?.Id ?? -1, b.Agent.ExitCode ?? int.MinValue, (int?)b.Agent.PendingDeath ?? -1));
        if (order == 0)
            order = (a.Agent.Deadline ?? TimeSpan.MinValue, a.Agent.OwnTime, one).CompareTo((b.Agent.Deadline ?? TimeSpan.MinValue, b.Agent.OwnTime, other));
        return order;
    }

    private int[] Swapped(Shape shape, int[] parts, int[] goes, Swap swap)
    {
        var after = (int[])parts.Clone();
        for (var from = 0; from < goes.Length; from++)
        {
            var to = goes[from];
            if (from == to)
                continue;
            if (!moved.TryGetValue((parts[from], parts[to]), out var number))
            {
                var part = store.Agent(parts[from]);
                moved[(parts[from], parts[to])] = number = store.NumberOf(part with { Agent = part.Agent.InPlaceOf(store.Agent(parts[to]).Agent) });
            }

            after[to] = number;
        }

        for (var i = shape.Agents.Length; i < shape.Time; i++)
        {
            if (!swap.Objects.TryGetValue(parts[i], out var number))
                swap.Objects[parts[i]] = number = store.NumberOf(store.Object(parts[i]).Renamed(swap.Names));
            after[i] = number;
        }

        return after;
    }

    private Swap SwapBy(Shape shape, int[] goes)
    {
        var key = new SearchState(shape, goes);
        if (!swaps.TryGetValue(key, out var swap))
        {
            var names = new Dictionary<string, string>();
            for (var i = 0; i < goes.Length; i++)
            {
                if (goes[i] != i)
                    names[shape.Agents[i]] = shape.Agents[goes[i]];
            }

            swaps[key] = swap = new Swap(names);
        }

        return swap;
    }

    /// <summary>Agents that change places, and what objects become by that.</summary>
    private sealed class Swap(IReadOnlyDictionary<string, string> names)
    {
        public IReadOnlyDictionary<string, string> Names => names;

        public Dictionary<int, int> Objects { get; } = [];
    }
}
