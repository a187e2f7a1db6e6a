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
        transition.Answer(new Number((long)Mixing.Of(transition.State.Settings.Seed, agent.Name, agent.SeedsDrawn)));
    }
}
