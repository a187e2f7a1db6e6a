using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Exploration.Traces;

/// <summary>Tells who waits for whom, from the wait-for graph.</summary>
public static class WaitChains
{
    /// <summary>The blocked processes, a line each; a cycle's members first, in its order.</summary>
    /// <param name="spinning">Those that go round where they seem to wait, and are told of as such.</param>
    public static EquatableArray<LocalizedText> Tell(KernelState state, IReadOnlyCollection<string>? spinning = null)
    {
        var waits = KernelRules.Blocked(state).Where(w => spinning?.Contains(w.Agent) != true).ToDictionary(w => w.Agent);
        var cycle = CycleIn(waits);
        var inOrder = cycle.Concat(waits.Keys.Order(StringComparer.Ordinal).Except(cycle));
        return inOrder.Select(name => Line(state, waits[name])).ToEquatableArray();
    }

    /// <summary>The same in one clause: who waits for one another, else who waits in vain.</summary>
    public static LocalizedText Sum(KernelState state)
    {
        var waits = KernelRules.Blocked(state).ToDictionary(w => w.Agent);
        var cycle = CycleIn(waits);
        var labels = (cycle.Count > 0 ? cycle : [.. waits.Keys.Order(StringComparer.Ordinal)]).Select(name => ProcessLabel.Of(state, name)).ToList();
        LocalizedText who = labels.Count switch
        {
            0 => ("nobody", "没有进程"),
            1 => LocalizedText.Same(labels[0]),
            _ => ($"{string.Join(", ", labels.SkipLast(1))} and {labels[^1]}", $"{string.Join("、", labels.SkipLast(1))} 和 {labels[^1]}"),
        };
        return (cycle.Count, labels.Count) switch
        {
            (0, 1) => ($"{who.En} waits for what nobody can give any more", $"{who.Zh} 在等待，而它等的东西已经没有谁能给了"),
            (0, _) => ($"{who.En} wait for what nobody can give any more", $"{who.Zh} 都在等待，而它们等的东西已经没有谁能给了"),
            (1, _) => ($"{who.En} waits for itself", $"{who.Zh} 在等待自己"),
            _ => ($"{who.En} wait for one another", $"{who.Zh} 互相等待"),
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

    private static LocalizedText Line(KernelState state, Wait wait)
    {
        var holders = LocalizedText.Join((", ", "、"), wait.HeldBy.Select(h => Holder(state, h)));
        var (who, operation) = (ProcessLabel.Of(state, wait.Agent), wait.Operation.Describe());
        // Who has come to his end does nothing at that place but wait.
        var stands = wait.Operation is EndProcess ? $"{who} 已执行完（{wait.Site}），正要结束" : $"{who} 停在 {wait.Site}，{operation.Zh}";
        if (wait.For.IsEmpty && holders.IsEmpty)
            return ($"{who} waits at {wait.Site} in {operation.En}, and nobody is left to let it go on", $"{stands}，而已经没有谁能让它继续");
        var what = wait.For.IsEmpty ? holders : wait.ForWith(holders);
        return ($"{who} waits at {wait.Site} in {operation.En} for {what.En}", $"{stands}，等待{ChineseText.Following(what.Zh)}");
    }

    private static LocalizedText Holder(KernelState state, string name)
    {
        var label = ProcessLabel.Of(state, name);
        return state.Agents[name] is { IsAlive: false } ? ($"{label}, which has ended without giving it back", $"{label}（已经结束，没有归还）") : LocalizedText.Same(label);
    }
}
