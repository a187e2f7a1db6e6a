using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Search;

/// <summary>Tells of a schedule that breaks something, by going through it once more.</summary>
/// <param name="space">The states that it goes through.</param>
/// <param name="states">How many states were searched, for the result.</param>
internal sealed class FoundSchedule(StateSpace space, int states)
{
    /// <summary>It breaks a property, or one of its steps is a fault.</summary>
    public Broken Broken(IReadOnlyList<Choice> way, int preemptions)
    {
        var replayed = space.Replay(way);
        var finding = replayed.Stop is { Property: { } property, Finding: { } found }
            ? new Finding(property, found, replayed.Trace.Steps.Count - 1)
            : null;
        return new Broken(states, replayed.Trace with { End = space.KernelOf(replayed.State) }, preemptions, finding);
    }

    /// <summary>Nobody can go on after it.</summary>
    public Broken Deadlocked(IReadOnlyList<Choice> way, int preemptions)
    {
        var replayed = space.Replay(way, isStuck: true);
        var end = space.KernelOf(replayed.State);
        return new Broken(states, replayed.Trace with { Fault = Faults.Deadlock(end), End = end }, preemptions, Finding: null);
    }

    /// <summary>All who can go on after it only go round.</summary>
    public Broken Endless(IReadOnlyList<Choice> way, int preemptions)
    {
        var replayed = space.Replay(way);
        var spinning = space.Choices(replayed.State).Select(c => c.Agent).Distinct();
        var end = space.KernelOf(replayed.State);
        return new Broken(states, replayed.Trace with { Fault = Faults.Livelock(end, spinning), End = end }, preemptions, Finding: null);
    }
}
