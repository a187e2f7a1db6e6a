using ExerciseKit.Exploration.Checks;

namespace ExerciseKit.Checks.Bank;

/// <summary>What 19-deadlock must hold. Where the balances are kept, and by what they are guarded, is the hand-in's affair.</summary>
public sealed class BankChecks() : ExerciseChecks("19-deadlock")
{
    private static readonly Transfers Crowded = Transfers.Of([100, 50, 10], (0, 1, 30), (0, 2, 20), (1, 2, 5));

    // The same twice, and a debt.
    private static readonly Transfers Twins = Transfers.Of([-40, 300, 200], (2, 0, 15), (2, 0, 15));

    private static readonly Family<Transfers> Meetings = Family.Of<Transfers>(
        "meetings",
        chance => Transfers.Drawn(chance, 4, chance.OneOf<(int, int)[]>([(0, 1), (1, 2)], [(0, 1), (2, 1)], [(0, 1), (0, 2)], [(0, 1), (0, 1)])),
        Crowded, Twins, Transfers.Of([20, 30], (0, 1, -25), (0, 1, 0)));

    // Two that are neither the first nor the last account, and both odd.
    private static readonly Family<Transfers> Opposites = Family.Of<Transfers>(
        "opposites", chance => Transfers.Drawn(chance, 4, (0, 1), (1, 0)), Transfers.Of([100, 100], (0, 1, 30), (1, 0, 20)), Transfers.Of([9, 8, 7, 6, 5], (3, 1, 4), (1, 3, 2)));

    private static readonly Family<Transfers> Rings = Family.Of<Transfers>(
        "rings", chance => Transfers.Drawn(chance, 4, (0, 1), (1, 2), (2, 0)), Transfers.Of([10, 20, 30], (0, 1, 1), (1, 2, 2), (2, 0, 3)));

    // Side by side, one between the other, and one across the other.
    private static readonly Family<Transfers> Disjoint = Family.Of<Transfers>(
        "disjoint",
        chance => Transfers.Drawn(chance, 4, (0, 1), (2, 3)),
        Transfers.Of([55, 66, 77, 88], (0, 1, 97), (2, 3, 1)), Transfers.Of([55, 66, 77, 88], (3, 0, 4), (1, 2, 3)), Transfers.Of([55, 66, 77, 88], (0, 2, 4), (3, 1, 3)), Transfers.Of([11, 22, 33, 44, 55, 66, 77, 88, 99, 111], (0, 1, 7), (8, 9, 3)));

    private static readonly Family<Transfers> Selves = Family.Of<Transfers>(
        "selves", chance => Transfers.Drawn(chance, 3, (0, 0), (0, 1)), Transfers.Of([10, 20], (0, 0, 5), (1, 0, 5)), Transfers.Of([10, 20, 30], (0, 2, 5), (2, 2, 7)));

    public override LiveRun Live { get; } = new(
        Transfers.Of([1, 2, 3, 4, 5], [.. Enumerable.Range(0, 20).Select(i => (i % 5, (i * 3 + 1) % 5, i))]).ScenarioNamed(("20 transfers among 5 accounts", "5 个账户之间的 20 笔转账")),
        TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw) =>
    [
        new Check("conserved", ("No money is lost or made", "钱既不会丢，也不会多出来"), 3)
            .Each(draw.Of(Meetings), Made)
            .Sampling(draw.One("a busy bank", BusyBank), Made)
            .WithHint(("Between reading a balance and writing it, what may another transfer do to it?", "从读出余额到写回之间，另一笔转账可能对它做什么？")),
        new Check("opposite", ("Transfers in opposite directions both come to their end", "两笔方向相反的转账都能完成"), 2)
            .Each(draw.Of(Opposites), Made)
            .WithHint(("Both have taken their first lock. What does each of them wait for?", "两边都拿到了第一把锁。它们各在等什么？")),
        new Check("ring", ("So do transfers in a ring", "首尾相接成环的转账也都能完成"), 1)
            .Each(draw.Of(Rings), Made)
            .WithHint(("Is there an order of the locks that all transfers can keep, whichever way the money goes?", "不管钱往哪个方向转，有没有一种拿锁的顺序是所有转账都能遵守的？")),
        new Check("overlap", ("Transfers that have no account in common can run at the same time", "没有共同账户的转账可以同时进行"), 2)
            .Each(draw.Of(Disjoint), (check, transfers) => Made(check, transfers)
                .Sometimes(("one transfer can read or write a balance in the middle of the other", "一笔转账可以在另一笔进行到一半时读写余额"), Overlap.Of(transfers), seen => seen.Turns.IsSo))
            .WithHint(("Which locks does a transfer need, and which does it keep from others for nothing?", "一笔转账需要哪些锁？它白白占着、妨碍别人的又是哪些？")),
        new Check("own-process", ("Each transfer is made in a process of its own", "每笔转账都在自己的进程里完成"), 1)
            .Each([Crowded, Twins], (check, transfers) => Made(check, transfers)
                .AtEnd(("a child for each transfer changes balances, and with the first of them started the parent changes none", "每笔转账各有一个子进程改余额，第一个子进程启动之后父进程就不再改"), Clerks.Of(transfers), clerks => clerks.AreOneEach(transfers)))
            .WithHint(("Which process takes the money from the one account and adds it to the other?", "从一个账户减去、加到另一个账户，是哪个进程做的？")),
        new Check("to-itself", ("A transfer from an account to itself changes nothing and waits for nobody", "账户转给自己的转账什么也不改变，也不等待任何人"), 1)
            .Each(draw.Of(Selves), (check, transfers) => Made(check, transfers)
                .Sometimes(("it can be over while the other transfer is being made", "它可以在另一笔转账进行期间就结束"), Aside.Of(transfers), seen => seen.IsSo))
            .WithHint(("Which two locks does such a transfer take?", "这样的转账要拿哪两把锁？")),
    ];

    private static Transfers BusyBank(Chance chance)
    {
        var accounts = chance.From(10, 14);
        return Transfers.Drawn(chance, accounts, [.. Enumerable.Range(0, chance.Children(8, 12)).Select(_ => chance.From(0, accounts - 1)).Select(from => (from, (from + chance.From(1, accounts - 1)) % accounts))]);
    }

    private static Check Made(Check check, Transfers transfers) => check.In(transfers.Scenario).That(transfers.AreMade);
}
