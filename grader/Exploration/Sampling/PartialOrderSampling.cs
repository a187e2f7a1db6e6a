using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Exploration.Sampling;

/// <summary>Gives each pending operation a random priority, takes the highest, and draws anew for those that it conflicts with.</summary>
/// <remarks>
/// Source: Yuan, Yang, Gu, "Partial Order Aware Concurrency Sampling", CAV 2018. An operation that nobody races with keeps its
/// place however much the others do meanwhile, so an order is not the less likely for being long.
/// </remarks>
public sealed class PartialOrderSampling(int seed) : ISchedule
{
    private readonly Random random = new(seed);
    private readonly Dictionary<Choice, double> priorities = [];

    public Choice? Pick(KernelState state, IReadOnlyList<Choice> choices)
    {
        foreach (var choice in choices)
        {
            if (!priorities.ContainsKey(choice))
                priorities[choice] = random.NextDouble();
        }

        var picked = choices.MaxBy(c => priorities[c]);
        foreach (var raced in priorities.Keys.Where(c => Races(state, picked, c)).ToList())
            priorities.Remove(raced);
        return picked;
    }

    private static bool Races(KernelState state, Choice picked, Choice other)
    {
        // Who was picked asks for something else next; and a death or a time-out commutes with nothing for certain.
        if (other.Agent == picked.Agent || picked.Kind != ChoiceKind.Complete)
            return true;
        return state.Agents[other.Agent] is { } agent && !KernelRules.Commute(state, state.Agents[picked.Agent]!, agent);
    }
}
