using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Sampling;

/// <summary>PCT: runs whoever has the highest of random priorities, and at a few random moments puts that one last.</summary>
/// <remarks>
/// Source: Burckhardt, Kothari, Musuvathi, Nagarakatte, "A Randomized Scheduler with Probabilistic Guarantees of Finding Bugs",
/// ASPLOS 2010. What it guarantees stands in <see cref="PctGuarantee"/>. Time-outs and deaths have priorities of their own:
/// they come when they like, not when their process would.
/// </remarks>
public sealed class PriorityChanges : ISchedule
{
    private readonly Random random;
    private readonly int[] changePoints;
    private readonly Dictionary<Choice, double> priorities = [];
    private int step;

    /// <param name="seed">Seeds the priorities and the moments.</param>
    /// <param name="operations">How many steps a run takes, about; at least 1.</param>
    /// <param name="depth">How many orders must be hit at once: one more than there are moments. At least 1.</param>
    public PriorityChanges(int seed, int operations, int depth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(operations, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        random = new Random(seed);
        changePoints = [.. Enumerable.Range(0, depth - 1).Select(_ => random.Next(operations) + 1)];
    }

    public Choice? Pick(KernelState state, IReadOnlyList<Choice> choices)
    {
        step++;
        foreach (var choice in choices)
        {
            if (!priorities.ContainsKey(choice))
                priorities[choice] = random.NextDouble();
        }

        // Below all first priorities, and each moment's at its own rank: which of two demoted goes first is as random as the moments.
        for (var i = 0; i < changePoints.Length; i++)
        {
            if (changePoints[i] == step)
                priorities[Highest(choices)] = -1 - i;
        }

        return Highest(choices);
    }

    private Choice Highest(IReadOnlyList<Choice> choices) => choices.MaxBy(c => priorities[c]);
}
