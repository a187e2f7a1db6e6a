using ExerciseKit.Exploration.Sampling;
using ExerciseKit.Kernel;

namespace ExerciseKit.Tests.Exploration.Sampling;

/// <summary>Picks each choice at random, from a seed: a schedule that prefers none.</summary>
internal sealed class RandomWalk(int seed) : ISchedule
{
    private readonly Random random = new(seed);

    public Choice? Pick(KernelState state, IReadOnlyList<Choice> choices) => choices[random.Next(choices.Count)];
}
