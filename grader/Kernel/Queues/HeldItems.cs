using ExerciseKit.Kernel.Pipes;

namespace ExerciseKit.Kernel.Queues;

/// <summary>The items that stand beyond a queue's buffer: the process that put them holds them, and can't end before they are taken.</summary>
internal static class HeldItems
{
    /// <summary>The queues in which an agent still holds items.</summary>
    public static IEnumerable<string> QueuesOf(KernelState state, string agent)
    {
        if (state.Settings.QueueBuffer is null)
            yield break;
        foreach (var (name, queue) in state.Objects.Of<QueueState>())
        {
            if (queue.HasItemHeldBy(agent))
                yield return name;
        }
    }

    /// <summary>Whether an agent still holds items.</summary>
    public static bool Has(KernelState state, string agent) => QueuesOf(state, agent).Any();

    /// <summary>A death from outside takes along what the dead still held.</summary>
    public static void Lose(Transition transition, AgentState dead)
    {
        var state = transition.State;
        foreach (var name in QueuesOf(state, dead.Name))
            transition.Set(name, state.Find<QueueState>(name)!.WithoutItemsHeldBy(dead.Name, state.Settings.QueueBuffer));
        PipeEnds.Sweep(transition);
    }
}
