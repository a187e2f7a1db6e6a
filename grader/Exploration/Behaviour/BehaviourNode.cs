using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Exploration.Behaviour;

/// <summary>A local history: the results of a process's operations so far. What it asks next is a function of it.</summary>
/// <remarks>Compared by identity: a tree holds each history once, and one node stands for all rounds of a busy wait.</remarks>
internal sealed class BehaviourNode
{
    private readonly Dictionary<Outcome, BehaviourNode> followers = [];
    private bool comesBack;

    public BehaviourNode(BehaviourTree tree, BehaviourNode? before, Outcome? result)
    {
        Tree = tree;
        Before = before;
        Result = result;
        Depth = before is null ? 0 : before.Depth + 1;
        Id = tree.Library.NextNodeId();
    }

    public BehaviourTree Tree { get; }

    /// <summary>The history without its last result; null for the empty one.</summary>
    public BehaviourNode? Before { get; }

    /// <summary>The last result.</summary>
    public Outcome? Result { get; }

    public int Depth { get; }

    public int Id { get; }

    /// <summary>What the process asks next; null while that is not known.</summary>
    public AskedOperation? Asked { get; set; }

    /// <summary>The round that is known to end here, in which the process prints, writes or sends something: only the bound on text ends it. Null for none.</summary>
    public Round? Giving { get; set; }

    /// <summary>Whether it may be part of a round that a busy wait repeats.</summary>
    public bool IsInRound => Tree.Cycles.MayHold(this);

    /// <summary>What the histories with one more result come to, as far as they are known; of a worker that comes back to its beginning only what it did before that.</summary>
    public IEnumerable<BehaviourNode> Followers => comesBack ? [] : followers.Values;

    /// <summary>The history with one more result; null when nobody has been there.</summary>
    public BehaviourNode? Find(Outcome result) => followers.GetValueOrDefault(result);

    /// <summary>Adds the history with one more result.</summary>
    public BehaviourNode Add(Outcome result) => followers[result] = new BehaviourNode(Tree, this, result);

    /// <summary>After this result the process is where it was at <paramref name="start"/>, an earlier node: it goes round.</summary>
    public void GoRound(Outcome result, BehaviourNode start)
    {
        followers[result] = start;
        Tree.Cycles.Change();
    }

    /// <summary>After this result the process is where it was after another history.</summary>
    public void GoOver(Outcome result, BehaviourNode same)
    {
        followers[result] = same;
        Tree.Cycles.Change();
    }

    /// <summary>After this result the process is where it was at its beginning.</summary>
    public BehaviourNode ComeBack(Outcome result)
    {
        comesBack = true;
        return followers[result] = Tree.Root;
    }

    /// <summary>The results from the first to the last.</summary>
    public Outcome[] Results()
    {
        var results = new Outcome[Depth];
        for (var node = this; node.Before is not null; node = node.Before)
            results[node.Depth - 1] = node.Result!;
        return results;
    }

    public override int GetHashCode() => Id;
}
