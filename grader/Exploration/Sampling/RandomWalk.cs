using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Sampling;

/// <summary>Picks each choice at random, from a seed.</summary>
public sealed class RandomWalk(int seed) : ISchedule
{
    private readonly Random random = new(seed);

    public Choice? Pick(KernelState state, IReadOnlyList<Choice> choices) => choices[random.Next(choices.Count)];
}
