using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Exploration.Behaviour;

/// <summary>All known behaviour of the processes with one target and equal arguments; they share it.</summary>
internal sealed class BehaviourTree
{
    private readonly Dictionary<string, List<(BehaviourNode History, int Since)>> landmarks = [];

    public BehaviourTree(BehaviourLibrary library, Target target, Payload arguments)
    {
        Library = library;
        Target = target;
        Arguments = arguments;
        Root = new BehaviourNode(this, null, null);
        Cycles = new Cycles(Root);
    }

    public BehaviourLibrary Library { get; }

    public Target Target { get; }

    /// <summary>Names relative to the process.</summary>
    public Payload Arguments { get; }

    /// <summary>Which histories may lead back to themselves.</summary>
    public Cycles Cycles { get; }

    /// <summary>The empty history.</summary>
    public BehaviourNode Root { get; }

    /// <summary>Keeps the state that a process is in after a history.</summary>
    public void Note(Landmark landmark, BehaviourNode history)
    {
        if (!landmarks.TryGetValue(landmark.State, out var known))
            landmarks[landmark.State] = known = [];
        known.Add((history, landmark.Since));
    }

    /// <summary>The history after which a process is in this very state; null where none is known.</summary>
    /// <param name="landmark">The state.</param>
    /// <param name="before">The history one result before it.</param>
    public BehaviourNode? Find(Landmark landmark, BehaviourNode before)
    {
        foreach (var (history, since) in landmarks.GetValueOrDefault(landmark.State) ?? [])
        {
            // They parted no later than either of them is.
            if (history.Depth < landmark.Since || before.Depth < since)
                continue;
            var parted = Parting(history, before);
            // Of a moment of the same run the process itself tells whether it is the same: it may have changed something right after it.
            if (parted != history && parted.Depth >= since && parted.Depth >= landmark.Since)
                return history;
        }

        return null;
    }

    /// <summary>The history that two have in common.</summary>
    private static BehaviourNode Parting(BehaviourNode one, BehaviourNode other)
    {
        while (one != other)
        {
            if (one.Depth >= other.Depth)
                one = one.Before!;
            else
                other = other.Before!;
        }

        return one;
    }
}
