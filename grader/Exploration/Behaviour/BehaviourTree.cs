using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Exploration.Behaviour;

/// <summary>All known behaviour of the processes with one target and equal arguments; they share it.</summary>
internal sealed class BehaviourTree
{
    public BehaviourTree(BehaviourLibrary library, Target target, Payload arguments)
    {
        Library = library;
        Target = target;
        Arguments = arguments;
        Root = new BehaviourNode(this, null, null);
    }

    public BehaviourLibrary Library { get; }

    public Target Target { get; }

    /// <summary>Names relative to the process.</summary>
    public Payload Arguments { get; }

    /// <summary>The empty history.</summary>
    public BehaviourNode Root { get; }
}
