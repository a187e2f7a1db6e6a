using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Exploration.Behaviour;

/// <summary>What is known of a program's processes; empty at first, and learnt from real runs where it is asked for.</summary>
/// <remarks>Shared by all searches of one hand-in: what one scenario has learnt, the next need not run again.</remarks>
public sealed class BehaviourLibrary(IBehaviourSource source)
{
    private readonly Dictionary<(Target Target, Payload Arguments), BehaviourTree> trees = [];
    private int nodes;

    /// <summary>How many real runs it took.</summary>
    public int RealRuns { get; private set; }

    internal int NextNodeId() => nodes++;

    /// <summary>The tree of processes with this target and these arguments, names relative to the process.</summary>
    internal BehaviourTree Of(Target target, Payload arguments) =>
        trees.TryGetValue((target, arguments), out var tree) ? tree : trees[(target, arguments)] = new BehaviourTree(this, target, arguments);

    /// <summary>What a process asks after this history; learnt by a real run where it is not known.</summary>
    /// <exception cref="NondeterminismException">The same history led to another operation than before.</exception>
    internal AskedOperation Ask(BehaviourNode node)
    {
        if (node.Asked is null)
            Learn(node);
        return node.Asked!;
    }

    private void Learn(BehaviourNode unknown)
    {
        var history = unknown.Results();
        var operations = source.Run(unknown.Tree.Target, unknown.Tree.Arguments, history);
        RealRuns++;
        if (operations.Count <= history.Length)
        {
            var last = PathTo(unknown)[Math.Max(operations.Count - 1, 0)];
            throw new NondeterminismException(last.Asked, operations.Count == 0 ? null : operations[^1]);
        }

        var path = PathTo(unknown);
        for (var i = 0; i < operations.Count; i++)
        {
            var node = i < path.Count ? path[i] : path[^1].After(operations[i - 1].Operation.OnlyOutcome
                ?? throw new InvalidOperationException($"A host ran ahead through {operations[i - 1].Operation.Describe()}, which can have more than one outcome."));
            if (i >= path.Count)
                path.Add(node);
            if (node.Asked is { } known && known != operations[i])
                throw new NondeterminismException(known, operations[i]);
            node.Asked = operations[i];
        }
    }

    private static List<BehaviourNode> PathTo(BehaviourNode node)
    {
        var path = new List<BehaviourNode>(node.Depth + 1);
        for (var at = node; at is not null; at = at.Before)
            path.Add(at);
        path.Reverse();
        return path;
    }
}
