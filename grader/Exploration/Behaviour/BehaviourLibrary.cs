using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Exploration.Behaviour;

/// <summary>What is known of a program's processes; empty at first, and learnt from real runs where it is asked for.</summary>
/// <remarks>Shared by all searches of one hand-in: what one scenario has learnt, the next need not run again.</remarks>
/// <param name="source">Where real processes are run.</param>
/// <param name="tasksLeaveNothing">Whether no static keeps what a pool's task has changed, so that the worker's next task does not depend on it.</param>
public sealed class BehaviourLibrary(IBehaviourSource source, bool tasksLeaveNothing = false)
{
    private readonly Dictionary<(Target Target, Payload Arguments), BehaviourTree> trees = [];
    private int nodes;

    /// <summary>How many real runs it took.</summary>
    public int RealRuns { get; private set; }

    /// <summary>How many characters of the student's it keeps.</summary>
    internal long Characters { get; private set; }

    /// <summary>Whether some process was found to go round.</summary>
    internal bool HasRounds { get; private set; }

    /// <summary>Whether some process was taken to go on for ever although its rounds change something.</summary>
    public bool HasEndlessRounds { get; private set; }

    /// <summary>What of chance some process has asked for.</summary>
    public ChanceMet Chance { get; private set; }

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

    /// <summary>The history with one more result. Where that closes a round that a real process goes on repeating, the round's start.</summary>
    internal BehaviourNode After(BehaviourNode node, Outcome result) => node.Find(result) ?? Follow(node, result);

    private BehaviourNode Follow(BehaviourNode node, Outcome result)
    {
        if (tasksLeaveNothing && Tasks.LeaveNothing(node))
            return node.ComeBack(result);
        if (Rounds.EndOf(node, result) is not { } round || !GoesOn(node, result, round))
        {
            Characters += CarriedText.LengthOf(result);
            return node.Add(result);
        }

        var start = node;
        for (var i = 1; i < round.Length; i++)
            start = start.Before!;
        node.GoRound(result, start);
        HasRounds = true;
        HasEndlessRounds |= !round.IsIdle;
        return start;
    }

    /// <summary>Whether a real process repeats the round many times more when it meets the same results.</summary>
    private bool GoesOn(BehaviourNode node, Outcome result, Round found)
    {
        var length = found.Length;
        var history = new List<Outcome>(node.Results()) { result };
        var expected = PathTo(node)[^length..];
        var round = history[^length..];
        for (var done = 0; done < found.Proving; done += length)
            history.AddRange(round);
        var asked = source.Run(node.Tree.Target, node.Tree.Arguments, history);
        RealRuns++;
        if (asked.Count <= history.Count)
            return false;
        for (var i = node.Depth + 1; i < asked.Count && i <= history.Count; i++)
        {
            if (asked[i] != expected[(i - node.Depth - 1) % length].Asked)
                return false;
        }

        return true;
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
            if (i >= path.Count)
                path.Add(Ahead(path[^1], operations[i - 1].Operation));
            var node = path[i];
            if (node.Depth < i)
                return; // It goes round from here on, and what that asks is known.
            if (node.Asked is { } known && known != operations[i])
                throw new NondeterminismException(known, operations[i]);
            if (node.Asked is null)
            {
                Characters += CarriedText.LengthOf(operations[i].Operation);
                Chance |= ChanceValues.MetBy(operations[i].Operation);
            }

            node.Asked = operations[i];
        }
    }

    private BehaviourNode Ahead(BehaviourNode node, Operation operation)
    {
        var outcome = operation.OnlyOutcome
            ?? throw new InvalidOperationException($"A host ran ahead through {operation.Describe()}, which can have more than one outcome.");
        return After(node, outcome);
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
