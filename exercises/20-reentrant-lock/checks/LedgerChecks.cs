using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Ledger;

/// <summary>What 20-reentrant-lock must hold.</summary>
public sealed class LedgerChecks() : ExerciseChecks("20-reentrant-lock")
{
    private static readonly string[] Clerks = ["ann", "bob", "cem"];
    private static readonly string[] Entry = ["{0} begins", "{0} writes", "{0} ends"];

    private static readonly Scenario Three = Scenario.Of("3 clerks", "Run", [Clerks]);
    private static readonly Scenario Alone = Scenario.Of("1 clerk", "Run", [Clerks[..1]]);

    private static readonly LinePattern Begins = LinePattern.Like("{clerk} begins");
    private static readonly LinePattern Writes = LinePattern.Like("{clerk} writes");
    private static readonly LinePattern Ends = LinePattern.Like("{clerk} ends");

    // Which lock it is, and whether one or two, is the hand-in's affair: the nested method must take one at all.
    private static readonly Observer<Holding> HeldWhileWriting = new(
        new Holding(0, 0),
        (holding, happened) => happened switch
        {
            LinePrinted => holding with { WhileWriting = holding.Locks },
            OperationCompleted { Outcome: Flag { Value: true } } => holding with { Locks = holding.Locks + 1 },
            OperationCompleted { Operation: ReleaseLock or ReleaseReentrantLock or ReleaseSemaphore, Outcome: Done } => holding with { Locks = holding.Locks - 1 },
            _ => holding,
        },
        [
            Writes,
            new OperationPattern<AcquireLock>(), new OperationPattern<ReleaseLock>(),
            new OperationPattern<AcquireReentrantLock>(), new OperationPattern<ReleaseReentrantLock>(),
            new OperationPattern<AcquireSemaphore>(), new OperationPattern<ReleaseSemaphore>(),
        ],
        holding => $"it was taken {holding.WhileWriting} times")
    { SeesAgents = false };

    public override LiveRun Live { get; } = new(
        Scenario.Of("20 clerks", "Run", new object[] { Enumerable.Range(1, 20).Select(i => $"clerk{i}").ToArray() }),
        TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw) =>
    [
        new Check("entries", "The entries never mix", 4)
            .In(Three)
            .AtEnd("one child a clerk prints that clerk's entry", Observe.Lines(Begins, Writes, Ends), Speakers.OneChildEach(Clerks, Entry))
            .Never("no line comes in the middle of another clerk's entry", Observe.Blocks(Clerks, Entry), seen => seen.Intrusion is not null)
            .WithHint("From which line to which must nobody else write, and is the lock held all the time between?"),
        new Check("alone", "A clerk who is alone does not wait for himself", 2)
            .In(Alone)
            .AtEnd("the clerk's child prints the entry", Observe.Lines(Begins, Writes, Ends), Speakers.OneChildEach(Clerks[..1], Entry))
            .WithHint("The nested method asks for a lock that its own process holds. Which kind of lock grants that?"),
        new Check("nested", "Both methods take the lock", 2)
            .In(Alone)
            .AtEnd("the clerk's child prints the entry", Observe.Lines(Begins, Writes, Ends), Speakers.OneChildEach(Clerks[..1], Entry))
            .AtEnd("while the nested method writes, the lock was taken twice", HeldWhileWriting, holding => holding.WhileWriting >= 2)
            .WithHint("Somebody may call the nested method on its own one day. Would the ledger be safe then?"),
        new Check("any-order", "The clerks need not come in the order of their names", 2)
            .In(Three)
            .AtEnd("one child a clerk prints that clerk's entry", Observe.Lines(Begins, Writes, Ends), Speakers.OneChildEach(Clerks, Entry))
            .Sometimes("the last clerk can be the first to begin", Observe.Precedence(LinePattern.Like("cem begins"), Begins), so => so == Precedence.Wanted)
            .WithHint("Writing is one at a time. Is there a reason to start or to wait one at a time, too?"),
    ];

    private sealed record Holding(int Locks, int WhileWriting);
}
