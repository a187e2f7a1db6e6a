using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.States;

/// <summary>What a choice does wherever its situation is met.</summary>
/// <param name="id">Its number, of all that are known.</param>
/// <param name="events">What happens, in order.</param>
/// <param name="fault">What is wrong with that by itself; null where nothing is.</param>
internal sealed class Effect(int id, IReadOnlyList<KernelEvent> events, Fault? fault)
{
    public int Id => id;

    public IReadOnlyList<KernelEvent> Events => events;

    public Fault? Fault => fault;

    /// <summary>What is otherwise after it, when all who got an answer have asked for what they do next; null while that is not known.</summary>
    public Change? Change { get; set; }

    /// <summary>What the program ended with, where it did.</summary>
    public EndProcess? End { get; } = events.OfType<ProcessEnded>().FirstOrDefault(e => e.Agent == Contract.Names.Root)?.End;
}
