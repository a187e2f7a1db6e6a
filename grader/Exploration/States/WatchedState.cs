using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.States;

/// <summary>A state that keeps account of what is read of it: whoever finds the same there comes to the same.</summary>
internal sealed class WatchedState
{
    private readonly StateStore store;
    private readonly int[] parts;
    private readonly List<int> read = [];

    public WatchedState(StateStore store, Shape shape, int[] parts)
    {
        (this.store, Shape, this.parts) = (store, shape, parts);
        Kernel = store.Unpack(shape, parts).Watched(name => Read(shape.PlaceOf(name)), name => Read(shape.PlaceOfObject(name)), ReadTime);
    }

    public Shape Shape { get; }

    public KernelState Kernel { get; }

    /// <summary>The places that were read, in the order of first reading.</summary>
    public IReadOnlyList<int> Places => read;

    /// <summary>What stands in an agent's place.</summary>
    public AgentPart Agent(int place)
    {
        Read(place);
        return store.Agent(parts[place]);
    }

    /// <summary>The history of an agent that lives.</summary>
    public BehaviourNode? HistoryOf(string agent) => Shape.PlaceOf(agent) is >= 0 and var place ? Agent(place).History : null;

    /// <summary>What comes of it depends on the time.</summary>
    public void ReadTime() => Read(Shape.Time);

    // What a step has made was not there before: it depends on what was.
    private void Read(int place)
    {
        if (place >= 0 && !read.Contains(place))
            read.Add(place);
    }
}
