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
    private readonly HashSet<AskedOperation> busyWaits = [];
    private readonly HashSet<(Target Target, string Path)> paths = [];

    /// <summary>What processes asked, by who called where they did, each once: a line of many characters that thousands of histories print is kept once.</summary>
    private readonly Dictionary<(AskedOperation Asked, Caller? Caller), AskedOperation> asked = [];
    private int nodes;

    /// <summary>How many real runs it took.</summary>
    public int RealRuns { get; private set; }

    /// <summary>How many characters of the student's it keeps.</summary>
    internal long Characters { get; private set; }

    /// <summary>Whether some process was found to go round.</summary>
    internal bool HasRounds => Rounds > 0;

    /// <summary>How many rounds were found.</summary>
    internal int Rounds { get; private set; }

    /// <summary>The operations of the longest round.</summary>
    internal int LongestRound { get; private set; }

    /// <summary>Whether some process was taken to go on for ever because it did so for long, its state being no proof.</summary>
    public bool HasEndlessRounds { get; private set; }

    /// <summary>What loops ask that look again and again, and wait for nothing meanwhile.</summary>
    public IReadOnlyCollection<AskedOperation> BusyWaits => busyWaits;

    /// <summary>What the processes were met asking for so far.</summary>
    internal ProgramFacts Facts { get; private set; } = new();

    /// <summary>What of chance some process has asked for.</summary>
    public ChanceMet Chance { get; private set; }

    /// <summary>Where the history with one more result was found to be one that was known: a round, or histories that come to one.</summary>
    internal List<(BehaviourNode From, Outcome Result, BehaviourNode To)> Merges { get; } = [];

    /// <summary>The paths that processes were met asking for, by what they run; each once.</summary>
    internal List<(Target Target, string Path)> Paths { get; } = [];

    /// <summary>The methods whose processes do not all do the same but for what they print.</summary>
    internal HashSet<Target> Apart { get; } = [];

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

    /// <summary>The history with one more result; where that closes a round, the round's start.</summary>
    /// <exception cref="NondeterminismException">The same history led to another operation than before.</exception>
    internal BehaviourNode After(BehaviourNode node, Outcome result)
    {
        if (node.Find(result) is not { } next)
        {
            next = Extend(node, result);
            // Only the process itself can tell whether it is where it was before.
            if (next.Asked is null)
                Learn(next);
        }

        return node.Find(result)!;
    }

    private BehaviourNode Extend(BehaviourNode node, Outcome result)
    {
        if (node.Find(result) is { } known)
            return known;
        if (tasksLeaveNothing && Tasks.LeaveNothing(node))
            return node.ComeBack(result);
        if (Suspicion.In(node, result) is { } length && !Suspicion.IsCutByText(node, length) && GoesOn(node, result, length))
        {
            HasEndlessRounds = true;
            return GoRound(node, result, Ancestor(node, length - 1));
        }

        Characters += CarriedText.LengthOf(result);
        return node.Add(result);
    }

    private BehaviourNode GoRound(BehaviourNode node, Outcome result, BehaviourNode start)
    {
        node.GoRound(result, start);
        Merges.Add((node, result, start));
        var round = PathTo(node)[start.Depth..].ConvertAll(n => n.Asked!);
        if (round.TrueForAll(a => a.Operation.IsLook && a.Operation.Timeout is null or { Ticks: 0 }) && round.Find(a => a.Operation.OnlyOutcome is null) is { } look)
            busyWaits.Add(look);
        Rounds++;
        LongestRound = Math.Max(LongestRound, node.Depth - start.Depth + 1);
        return start;
    }

    /// <summary>After this result the process is where it was after another history.</summary>
    private void Merge(BehaviourNode node, Outcome result, BehaviourNode same)
    {
        node.GoOver(result, same);
        Merges.Add((node, result, same));
        // Whoever goes to an earlier one may come by here again.
        if (same.Depth <= node.Depth)
        {
            Rounds++;
            LongestRound = Math.Max(LongestRound, Round.Longest);
        }
    }

    private static BehaviourNode Ancestor(BehaviourNode node, int generations)
    {
        for (; generations > 0; generations--)
            node = node.Before!;
        return node;
    }

    /// <summary>Whether a real process repeats the round as long as anybody would follow it when it meets the same results.</summary>
    private bool GoesOn(BehaviourNode node, Outcome result, int length)
    {
        RealRuns++;
        return source.Repeat(node.Tree.Target, node.Tree.Arguments, [.. node.Results(), result], new Repetition(length, Suspicion.Followed)) == Suspicion.Followed;
    }

    private void Learn(BehaviourNode unknown)
    {
        var history = unknown.Results();
        var (operations, rounds, landmarks) = source.Run(unknown.Tree.Target, unknown.Tree.Arguments, history);
        RealRuns++;
        var path = PathTo(unknown);
        if (operations.Count <= history.Length)
        {
            var last = path[Math.Max(operations.Count - 1, 0)];
            throw new NondeterminismException(last.Asked, operations.Count == 0 ? null : operations[^1]);
        }

        for (var i = 0; i < operations.Count; i++)
        {
            if (i >= unknown.Depth && rounds.FirstOrDefault(r => r.At == i) is { } round && Suspicion.Lasts(round, operations))
            {
                HasEndlessRounds |= round.Carries > 0;
                GoRound(path[i - 1], i == unknown.Depth ? unknown.Result! : OnlyOutcomeOf(operations[i - 1]), path[round.From]);
                return;
            }

            if (i >= unknown.Depth && i > 0 && landmarks.FirstOrDefault(l => l.At == i) is { } landmark)
            {
                var (before, result) = (path[i - 1], i == unknown.Depth ? unknown.Result! : OnlyOutcomeOf(operations[i - 1]));
                if (unknown.Tree.Find(landmark, before) is { } same)
                {
                    Merge(before, result, same);
                    return;
                }

                if (i >= path.Count)
                    path.Add(Extend(before, result));
                if (path[i].Depth == i)
                    unknown.Tree.Note(landmark, path[i]);
            }

            if (i >= path.Count)
                path.Add(Extend(path[^1], OnlyOutcomeOf(operations[i - 1])));
            var node = path[i];
            if (node.Depth < i)
                return; // It goes round from here on, and what that asks is known.
            node.Giving ??= rounds.FirstOrDefault(r => r.At == i);
            if (node.Asked is { } known && known != operations[i])
                throw new NondeterminismException(known, operations[i]);
            node.Asked ??= Keep(operations[i], unknown.Tree.Target);
        }
    }

    private AskedOperation Keep(AskedOperation operation, Target target)
    {
        foreach (var path in (operation.Operation as FileOperation)?.Paths ?? [])
        {
            if (paths.Add((target, path)))
                Paths.Add((target, path));
        }

        if (asked.TryGetValue((operation, operation.Site.Caller), out var kept))
            return kept;
        Characters += CarriedText.LengthOf(operation.Operation);
        Chance |= ChanceValues.MetBy(operation.Operation);
        Facts = Facts.With(operation.Operation);
        asked.Add((operation, operation.Site.Caller), operation);
        return operation;
    }

    private static Outcome OnlyOutcomeOf(AskedOperation asked) => asked.Operation.OnlyOutcome
        ?? throw new InvalidOperationException($"A host ran ahead through {asked.Operation.Describe().En}, which can have more than one outcome.");

    private static List<BehaviourNode> PathTo(BehaviourNode node)
    {
        var path = new List<BehaviourNode>(node.Depth + 1);
        for (var at = node; at is not null; at = at.Before)
            path.Add(at);
        path.Reverse();
        return path;
    }
}
