using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Bank;

/// <summary>What is on the accounts, and what is transferred among them.</summary>
internal sealed record Transfers(EquatableArray<int> Balances, EquatableArray<(int From, int To, int Amount)> All)
{
    private int[] Left
    {
        get
        {
            int[] left = [.. Balances];
            foreach (var (from, to, amount) in All)
            {
                left[from] -= amount;
                left[to] += amount;
            }

            return left;
        }
    }

    public Scenario Scenario => ScenarioNamed((
        $"accounts with {string.Join(", ", Balances)}, transfers {string.Join(", ", All.Select(t => $"{t.From} → {t.To} of {t.Amount}"))}",
        $"各账户余额 {string.Join(", ", Balances)}，转账 {string.Join("，", All.Select(t => $"{t.From} → {t.To} 转 {t.Amount}"))}"));

    /// <summary>That each account has in the end what the transfers leave there.</summary>
    public AtEnd<int> AreMade
    {
        get
        {
            var wanted = Left;
            return new(
                ($"the balances are {string.Join(", ", wanted)} in the end", $"最后各余额是 {string.Join(", ", wanted)}"),
                Observe.Nothing,
                (_, end) => end.Result<int[]>() is { } left && left.SequenceEqual(wanted),
                (_, end) => end.Result<int[]>() is { } left ? ($"they were {string.Join(", ", left)}", $"它们是 {string.Join(", ", left)}") : ("none were returned", "没有返回余额"));
        }
    }

    public static Transfers Of(int[] balances, params (int From, int To, int Amount)[] all) => new([.. balances], [.. all]);

    /// <summary>Transfers among accounts that are drawn for the places 0, 1 and so on, with balances and amounts that are drawn as well.</summary>
    public static Transfers Drawn(Chance chance, int accounts, params (int From, int To)[] places)
    {
        var place = chance.Shuffled(Enumerable.Range(0, accounts));
        // No two alike and none of them small, so that nothing else is taken for a balance.
        var balances = chance.Shuffled(Enumerable.Range(0, accounts)).Select(n => (chance.From(2, 9) * 100) + (10 * n) - (chance.From(0, 1) * 1_500));
        return Of([.. balances], [.. places.Select(p => (place[p.From], place[p.To], Amount(chance)))]);
    }

    public Scenario ScenarioNamed(LocalizedText name) => Scenario.Of(name, "Run", Balances.ToArray(), All.ToArray());

    private static int Amount(Chance chance) => chance.OneOf(chance.From(1, 9), chance.From(10, 99), chance.From(1_000, 2_000), -chance.From(1, 99));
}
