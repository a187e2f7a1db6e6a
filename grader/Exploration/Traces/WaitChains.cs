using ExerciseKit.Contract;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Exploration.Traces;

/// <summary>Tells who waits for whom, from the wait-for graph.</summary>
public static class WaitChains
{
    /// <summary>The blocked processes, a line each; a cycle's members first, in its order.</summary>
    /// <param name="spinning">Those that go round where they seem to wait, and are told of as such.</param>
    public static EquatableArray<string> Tell(KernelState state, IReadOnlyCollection<string>? spinning = null)
    {
        var waits = KernelRules.Blocked(state).Where(w => spinning?.Contains(w.Agent) != true).ToDictionary(w => w.Agent);
        var cycle = CycleIn(waits);
        var inOrder = cycle.Concat(waits.Keys.Order(StringComparer.Ordinal).Except(cycle));
        return inOrder.Select(name => Line(state, waits[name])).ToEquatableArray();
    }

    /// <summary>The same in one clause: who waits for one another, else who waits in vain.</summary>
    public static string Sum(KernelState state)
    {
        var waits = KernelRules.Blocked(state).ToDictionary(w => w.Agent);
        var cycle = CycleIn(waits);
        var labels = (cycle.Count > 0 ? cycle : [.. waits.Keys.Order(StringComparer.Ordinal)]).Select(name => ProcessLabel.Of(state, name)).ToList();
        var who = labels.Count < 2 ? labels.FirstOrDefault() ?? "nobody" : $"{string.Join(", ", labels.SkipLast(1))} and {labels[^1]}";
        return (cycle.Count, labels.Count) switch
        {
            (0, 1) => $"{who} waits for what nobody can give any more",
            (0, _) => $"{who} wait for what nobody can give any more",
            (1, _) => $"{who} waits for itself",
            _ => $"{who} wait for one another",
        };
    }

    /// <summary>The members of a cycle in the wait-for graph, in order; empty when there is none.</summary>
    private static List<string> CycleIn(Dictionary<string, Wait> waits)
    {
        foreach (var start in waits.Keys.Order(StringComparer.Ordinal))
        {
            var path = new List<string>();
            if (Reaches(start, start, waits, path, []))
                return path;
        }

        return [];
    }

    private static bool Reaches(string from, string goal, Dictionary<string, Wait> waits, List<string> path, HashSet<string> seen)
    {
        path.Add(from);
        foreach (var holder in waits[from].HeldBy)
        {
            if (holder == goal)
                return true;
            if (waits.ContainsKey(holder) && seen.Add(holder) && Reaches(holder, goal, waits, path, seen))
                return true;
        }

        path.RemoveAt(path.Count - 1);
        return false;
    }

    private static string Line(KernelState state, Wait wait)
    {
        var holders = wait.HeldBy.Select(h => Holder(state, h)).ToList();
        var names = string.Join(", ", holders);
        var held = wait.For.Length + names.Length == 0 ? ", and nobody is left to let it go on" : $" for {wait.For}{names}";
        return $"{ProcessLabel.Of(state, wait.Agent)} waits at {wait.Site} in {wait.Operation.Describe()}{held}";
    }

    private static string Holder(KernelState state, string name)
    {
        var label = ProcessLabel.Of(state, name);
        return state.Agents[name] is { IsAlive: false } ? $"{label}, which has ended without giving it back" : label;
    }
}
