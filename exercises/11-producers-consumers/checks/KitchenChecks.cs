using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Kitchen;

/// <summary>What 11-producers-consumers must hold.</summary>
public sealed class KitchenChecks() : ExerciseChecks("11-producers-consumers")
{
    // Names of both halves of the alphabet, one the beginning of another, in no order.
    private static readonly Menu TwoCooks = Menu.Of(["zoe", "al"], ["tom"], 1);
    private static readonly Menu TwoGuests = Menu.Of(["nora"], ["su", "susi"], 1);
    private static readonly Menu TwoByTwo = Menu.Of(["zoe", "al"], ["tom", "alexandra"], 1);
    private static readonly Menu ThreeDishes = Menu.Of(["kim"], ["jo"], 3);

    // Cooks and guests at a table that has no queue come to a great many states: as few of them as show what is meant.
    private static readonly Family<Menu> Tables = Family.Of<Menu>(
        "tables", chance => Menu.Drawn(chance, (1, 1, 1), (1, 1, 2)), ThreeDishes, TwoCooks, TwoGuests);

    private static readonly Family<Menu> Homes = Family.Of<Menu>(
        "homes", chance => Menu.Drawn(chance, (1, 1, 1), (2, 1, 0), (1, 2, 0)), TwoGuests, Menu.Of(["bob"], ["uma", "gil", "xenia"], 0), TwoCooks);

    private static readonly Family<Menu> Pairs = Family.Of<Menu>("pairs", chance => Menu.Drawn(chance, (2, 1, 1)), TwoCooks, Menu.Of(["nora", "dora"], ["wim"], 2));

    public override LiveRun Live { get; } = new(
        Menu.Of([.. Numbered("cook", 10)], [.. Numbered("guest", 15)], 5).ScenarioNamed(("10 cooks of 5 dishes, 15 guests", "10 个厨师各做 5 道菜，15 个客人")),
        TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw)
    {
        var tables = draw.Of(Tables);
        return
        [
            new Check("every-dish-once", ("Every dish is made by its cook and eaten once", "每道菜由自己的厨师做出来，被吃一次"), 3)
                .Each(tables, EveryDishOnce)
                .Sampling(draw.One("larger table", chance => Menu.Drawn(chance, (3, 2, 2), (2, 3, 2))), EveryDishOnce)
                .Sampling(draw.One("many dishes", chance => Menu.Drawn(chance, (1, 1, 12))), EveryDishOnce)
                .WithHint(("Follow one dish: who holds it when, and who might never see it?", "跟着一道菜走：什么时候它在谁手里？谁可能永远见不到它？")),
            new Check("made-then-eaten", ("No dish is eaten before it is made", "没有一道菜在做好之前就被吃掉"), 1)
                .Each(tables, (check, menu) => AllEaten(check, menu)
                    .Never(("each dish is made before it is eaten", "每道菜先做好，后被吃掉"), Haste.Of(menu), haste => haste.Dish is not null))
                .WithHint(("From when on can a guest have the dish, and what is printed by then?", "客人从什么时候起就可能拿到这道菜？那时已经打印了什么？")),
            new Check("all-go-home", ("Everybody goes home", "人人都能回家"), 3)
                .Each(draw.Of(Homes), (check, menu) => AllEaten(check, menu)
                    .AtEnd(("each cook and each guest is a child that comes to its own end", "每个厨师、每个客人都是一个子进程，并且都自己结束"), Departures.Observed, seen => seen.AreAllOf(menu)))
                .WithHint(("How many end markers are there, and how many guests wait for one?", "结束标记有几个？等着它的客人有几个？")),
            new Check("nobody-leaves-early", ("No guest leaves while dishes can still come", "还可能有菜来的时候，没有客人离开"), 2)
                .Each([.. tables, TwoByTwo], (check, menu) => AllEaten(check, menu).OnlyIn(Tier.Loose)
                    .Never(("no guest leaves before the last dish is made", "最后一道菜做好之前，没有客人离开"), EarlyLeave.Of(menu), seen => seen.Fault is not null).OnlyIn(Tier.Loose))
                .WithHint(("Who knows that the last cook is done? A queue that is empty now may not be so in a moment.", "谁知道最后一个厨师做完了？现在空着的队列，过一会儿未必还空着。")),
            new Check("side-by-side", ("Cooks and guests work side by side", "厨师和客人同时进行"), 1)
                .Each(draw.Of(Pairs), SideBySide)
                .WithHint(("What does a cook wait for before it makes its next dish, and what does the first guest wait for: a dish, or all of them?", "厨师做下一道菜之前在等什么？第一个客人在等什么：一道菜，还是全部的菜？")),
        ];
    }

    private static Check SideBySide(Check check, Menu menu)
    {
        var both = menu.Cooks.Aggregate(
            AllEaten(check, menu).Sometimes(("a dish can be eaten before the last is made", "最后一道菜做好之前，就可以有菜被吃掉"), Overtaking.Of(menu.Made, menu.Total, menu.Ate), seen => seen.IsSo),
            (so, cook) => so.Sometimes(
                ($"{cook} can be the first to make a dish", $"{cook} 可以最先做好菜"), Observe.Precedence(LinePattern.Like($"{cook} made {cook}-1"), menu.Made), first => first == Precedence.Wanted));
        return menu.Dishes == 1
            ? both
            : both.Sometimes(("a cook can make a dish while another is not done with cooking", "一个厨师还没做完时，别的厨师也可以做菜"), Interleaving.Of(menu.Made, "cook"), seen => seen.IsSo);
    }

    private static Check EveryDishOnce(Check check, Menu menu) => check
        .In(menu.Scenario)
        .AtEnd(("each cook's child makes the cook's dishes, and each dish is eaten by one guest's child", "每个厨师的子进程做该厨师的菜，每道菜由一个客人的子进程吃掉"), Observe.Lines(menu.Made, menu.Ate), menu.IsServedIn);

    private static Check AllEaten(Check check, Menu menu) => check
        .In(menu.Scenario)
        .AtEnd((menu.Total switch { 0 => "no dish is eaten", 1 => "1 dish is eaten", var n => $"{n} dishes are eaten" }, $"吃掉 {menu.Total} 道菜"), Observe.Count(menu.Ate), n => n == menu.Total);

    private static IEnumerable<string> Numbered(string kind, int count) => Enumerable.Range(1, count).Select(i => $"{kind}{i}");
}
