using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Exploration.Sampling;

/// <summary>What one run of a scenario tells of its others: who takes part, and how much each does with what.</summary>
/// <remarks>An estimate, since another schedule may take another way; strategies stay right when it is off, and only sample less evenly.</remarks>
public sealed class RunProfile
{
    private readonly SortedDictionary<string, SortedDictionary<string, int>> uses;

    private RunProfile(int processes, int interrupts, int operations, SortedDictionary<string, SortedDictionary<string, int>> uses) =>
        (Processes, Interrupts, Operations, this.uses) = (processes, interrupts, operations, uses);

    /// <summary>The processes that did anything.</summary>
    public int Processes { get; }

    /// <summary>The time-outs and deaths that could come to them.</summary>
    public int Interrupts { get; }

    /// <summary>The steps of the whole run; at least 1.</summary>
    public int Operations { get; }

    /// <summary>What several processes use and one of them changes: the places where their order can matter.</summary>
    public IReadOnlyList<string> Contested { get; private init; } = [];

    /// <summary>How often each process used a thing.</summary>
    public IReadOnlyDictionary<string, int> UsesOf(string resource) => uses[resource];

    public static RunProfile Of(Trace trace)
    {
        var uses = new SortedDictionary<string, SortedDictionary<string, int>>(StringComparer.Ordinal);
        var changed = new HashSet<string>();
        var free = new HashSet<string>();
        var actors = new HashSet<Choice>();
        for (var i = 0; i < trace.Steps.Count; i++)
        {
            var (choice, before) = (trace.Choices[i], trace.Steps[i].Before);
            actors.UnionWith(KernelRules.Choices(before));
            actors.Add(choice);
            if (choice.Kind == ChoiceKind.Die)
                continue;
            var agent = before.Agents[choice.Agent]!;
            foreach (var access in KernelRules.AccessesOf(before, agent).DistinctBy(a => a.Resource))
            {
                if (!uses.TryGetValue(access.Resource, out var by))
                    uses[access.Resource] = by = new(StringComparer.Ordinal);
                by[choice.Agent] = by.GetValueOrDefault(choice.Agent) + 1;
                if (access.IsWrite)
                    changed.Add(access.Resource);
                if (!IsLifecycle(agent.Pending!))
                    free.Add(access.Resource);
            }
        }

        var interrupts = actors.Count(a => a.Kind != ChoiceKind.Complete);
        return new RunProfile(actors.Count - interrupts, interrupts, Math.Max(trace.Steps.Count, 1), uses)
        {
            Contested = [.. uses.Where(u => u.Value.Count > 1 && changed.Contains(u.Key) && free.Contains(u.Key)).Select(u => u.Key)],
        };
    }

    // A process's start, end and join come in that order whatever is scheduled.
    private static bool IsLifecycle(Operation operation) => operation is StartProcess or EndProcess or JoinProcess { Patience: null };
}
