using ExerciseKit.Checks.Kitchens;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;

namespace ExerciseKit.Checks.Kitchen;

/// <summary>What 11-producers-consumers must hold.</summary>
public sealed class KitchenChecks() : ExerciseChecks("11-producers-consumers")
{
    // Names of both halves of the alphabet, one the beginning of another, in no order; some that begin as an end marker may be called.
    private static readonly Menu TwoCooks = Menu.Of(["zoe", "al"], ["tom"], 1);
    private static readonly Menu TwoGuests = Menu.Of(["stopford"], ["su", "susi"], 1);
    // As a marker may begin that somebody chooses, in one way or another.
    private static readonly string[] MarkerLike = ["*ari", "endora", "stopford", "donella", "closer", "quinta", "nullia", "eofina", "-ann", "#lou"];

    private static readonly Menu TwoByTwo = Menu.Of(["zoe", "al"], ["tom", "alexandra"], 1);
    private static readonly Menu ThreeDishes = Menu.Of(["endora"], ["jo"], 3);
    private static readonly Menu TwoDishes = Menu.Of(["nora", "donella"], ["wim"], 2);

    // Cooks and guests at a table that has no queue come to a great many states: as few of them as show what is meant.
    private static readonly Family<Menu> Tables = Family.Of<Menu>(
        "tables", chance => Menu.Drawn(chance, (1, 1, 1), (1, 1, 2)), ThreeDishes, TwoCooks, TwoGuests);

    private static readonly Family<Menu> Homes = Family.Of<Menu>(
        "homes", chance => Menu.Drawn(chance, (1, 1, 1), (2, 1, 0), (1, 2, 0)), TwoGuests, Menu.Of(["bob"], ["uma", "gil", "xenia"], 0), TwoCooks);

    private static readonly Family<Menu> Pairs = Family.Of<Menu>("pairs", chance => Menu.Drawn(chance, (2, 1, 1)), TwoCooks);

    public override LiveRun Live { get; } = new(
        Menu.Of([.. Numbered("cook", 10)], [.. Numbered("guest", 15)], 5).ScenarioNamed(("10 cooks of 5 dishes, 15 guests", "10 个厨师各做 5 道菜，15 个客人")),
        TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw)
    {
        var tables = draw.Of(Tables);
        return
        [
            new Check("every-dish-once", ("Every dish is made by its cook and eaten once", "每道菜由自己的厨师做出来，被吃一次"), 3)
                .Each(tables, (check, menu) => menu.EveryDishOnce(check))
                .Sampling(draw.One("larger table", chance => Menu.Drawn(chance, (3, 2, 2), (2, 3, 2))), (check, menu) => menu.EveryDishOnce(check))
                .Sampling(draw.One("names like markers", chance => Menu.Of(chance.Shuffled(MarkerLike), ["wim"], 1)), (check, menu) => menu.EveryDishOnce(check))
                .Sampling(draw.One("many dishes", chance => Menu.Drawn(chance, (1, 1, 12))), (check, menu) => menu.EveryDishOnce(check))
                .WithHint(("Follow one dish: who holds it when, and who might never see it?", "跟着一道菜走：什么时候它在谁手里？谁可能永远见不到它？")),
            new Check("made-then-eaten", ("No dish is eaten before it is made", "没有一道菜在做好之前就被吃掉"), 1)
                .Each(tables, (check, menu) => menu.AllEaten(check)
                    .Never(("each dish is made before it is eaten", "每道菜先做好，后被吃掉"), Haste.Of(menu), haste => haste.Dish is not null))
                .WithHint(("From when on can a guest have the dish, and what is printed by then?", "客人从什么时候起就可能拿到这道菜？那时已经打印了什么？")),
            new Check("all-go-home", ("Everybody goes home", "人人都能回家"), 3)
                .Each(draw.Of(Homes), (check, menu) => menu.AllEaten(check)
                    .AtEnd(("each cook and each guest is a child that comes to its own end", "每个厨师、每个客人都是一个子进程，并且都自己结束"), Departures.Observed, seen => seen.AreAllOf(menu)))
                .WithHint(("How many end markers are there, and how many guests wait for one?", "结束标记有几个？等着它的客人有几个？")),
            new Check("nobody-leaves-early", ("No guest leaves while dishes can still come", "还可能有菜来的时候，没有客人离开"), 2)
                .Each([.. tables, TwoByTwo], (check, menu) => menu.AllEaten(check).OnlyIn(Tier.Loose)
                    .Never(("no guest leaves before the last dish is made", "最后一道菜做好之前，没有客人离开"), EarlyLeave.Of(menu), seen => seen.Fault is not null).OnlyIn(Tier.Loose))
                .WithHint(("Who knows that the last cook is done? A queue that is empty now may not be so in a moment.", "谁知道最后一个厨师做完了？现在空着的队列，过一会儿未必还空着。")),
            new Check("side-by-side", ("Cooks and guests work side by side", "厨师和客人同时进行"), 1)
                .Each(draw.Of(Pairs), (check, menu) => menu.SideBySide(check))
                .Each([TwoDishes], (check, menu) => menu.CookAtTheSameTime(check))
                .WithHint(("What does a cook wait for before it makes its next dish, and what does the first guest wait for: a dish, or all of them?", "厨师做下一道菜之前在等什么？第一个客人在等什么：一道菜，还是全部的菜？")),
        ];
    }

    private static IEnumerable<string> Numbered(string kind, int count) => Enumerable.Range(1, count).Select(i => $"{kind}{i}");
}
