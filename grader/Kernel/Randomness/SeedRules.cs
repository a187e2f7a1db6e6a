using System.Numerics;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Kernel.Randomness;

/// <summary>Seeds for random numbers: a function of the run's seed, the agent's name and how many it has drawn.</summary>
internal sealed class SeedRules : IPrimitive
{
    public IReadOnlyList<Type> Operations { get; } = [typeof(DrawSeed)];

    public bool CommutesWithAll(KernelState state, AgentState agent, Operation operation) => true;

    public void Complete(Transition transition, Operation operation)
    {
        var agent = transition.Agent;
        transition.Set(agent with { SeedsDrawn = agent.SeedsDrawn + 1 });
        transition.Answer(new Number((long)Mix(transition.State.Settings.Seed, agent.Name, agent.SeedsDrawn)));
    }

    private static ulong Mix(int seed, string name, int drawn)
    {
        var hash = (ulong)(uint)seed * 0x9E3779B97F4A7C15;
        foreach (var c in name)
            hash = Scramble(hash ^ c);
        return Scramble(hash + (ulong)(uint)drawn);
    }

    // Any good mixing function will do; this is the finalizer of SplitMix64 (Steele, Lea, Flood 2014).
    private static ulong Scramble(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return BitOperations.RotateLeft(x ^ (x >> 31), 7);
    }
}
