using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Bank;

/// <summary>What 19-deadlock must hold. Where the balances are kept, and by what they are guarded, is the hand-in's affair.</summary>
public sealed class BankChecks() : ExerciseChecks("19-deadlock")
{
    private static readonly Scenario Crowded = Transfers("3 transfers among 3 accounts", [100, 50, 10], (0, 1, 30), (0, 2, 20), (1, 2, 5));
    private static readonly Scenario Opposite = Transfers("2 transfers in opposite directions", [100, 100], (0, 1, 30), (1, 0, 20));
    private static readonly Scenario Ring = Transfers("3 transfers in a ring", [10, 20, 30], (0, 1, 1), (1, 2, 2), (2, 0, 3));
    private static readonly Scenario Disjoint = Transfers("2 transfers with no account in common", [5, 5, 5, 5], (0, 1, 7), (2, 3, 1));
    private static readonly Scenario Itself = Transfers("a transfer from an account to itself, and another one", [10, 20], (0, 0, 5), (1, 0, 5));

    public override LiveRun Live { get; } = new(
        Transfers("20 transfers among 5 accounts", [1, 2, 3, 4, 5], [.. Enumerable.Range(0, 20).Select(i => (i % 5, (i * 3 + 1) % 5, i))]),
        TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw) =>
    [
        new Check("conserved", "No money is lost or made", 3)
            .In(Crowded)
            .That(Leaves(50, 75, 35))
            .WithHint("Between reading a balance and writing it, what may another transfer do to it?"),
        new Check("opposite", "Transfers in opposite directions both come to their end", 2)
            .In(Opposite)
            .That(Leaves(90, 110))
            .WithHint("Both have taken their first lock. What does each of them wait for?"),
        new Check("ring", "So do transfers in a ring", 1)
            .In(Ring)
            .That(Leaves(12, 19, 29))
            .WithHint("Is there an order of the locks that all transfers can keep, whichever way the money goes?"),
        new Check("overlap", "Transfers that have no account in common can run at the same time", 2)
            .In(Disjoint)
            .That(Leaves(-2, 12, 4, 6))
            .AtEnd("each transfer is made by a child of its own", Accesses.OfChildren, seen => seen.Agents.Count == 2)
            .Sometimes("one transfer can be in the middle of the other", Accesses.OfChildren, seen => seen.Overlap)
            .WithHint("Which locks does a transfer need, and which does it keep from others for nothing?"),
        new Check("own-process", "Each transfer is made in a process of its own", 1)
            .In(Crowded)
            .That(Leaves(50, 75, 35))
            .AtEnd("there are 3 children", end => end.Children == 3)
            .AtEnd("each of them reads or writes balances", Accesses.OfChildren, seen => seen.Agents.Count == 3)
            .AtEnd("the parent changes no balance once the first child is started", Accesses.ChangesByTheParent, seen => seen.Count == 0),
        new Check("to-itself", "A transfer from an account to itself changes nothing and waits for nobody", 1)
            .In(Itself)
            .That(Leaves(15, 15))
            .WithHint("Which two locks does such a transfer take?"),
    ];

    private static Scenario Transfers(string name, int[] balances, params (int From, int To, int Amount)[] transfers) =>
        Scenario.Of(name, "Run", balances, transfers);

    private static AtEnd<int> Leaves(params int[] balances) => new(
        $"the balances are {string.Join(", ", balances)} in the end",
        Observe.Nothing,
        (_, end) => end.Result<int[]>() is { } left && left.SequenceEqual(balances),
        (_, end) => end.Result<int[]>() is { } left ? $"they were {string.Join(", ", left)}" : "none were returned");
}
