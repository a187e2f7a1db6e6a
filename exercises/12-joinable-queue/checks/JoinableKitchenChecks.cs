using ExerciseKit.Checks.Kitchens;
using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.JoinableKitchen;

/// <summary>What 12-joinable-queue must hold.</summary>
public sealed class JoinableKitchenChecks() : ExerciseChecks("12-joinable-queue")
{
    // Names of both halves of the alphabet, one the beginning of another, in no order.
    private static readonly Menu TwoByTwo = Menu.Of(["zoe", "al"], ["tom", "alexandra"], 1);

    // A third dish for one guest, and more than one of them at a time in the queue.
    private static readonly Menu ThreeDishes = Menu.Of(["kim"], ["jo"], 3);

    private static readonly Menu ThreeCooks = Menu.Of(["rosa", "ivo", "susi"], ["emil"], 1);

    private static readonly Menu TwoDishes = Menu.Of(["nora", "dora"], ["wim"], 2);

    private static readonly Menu NoDishes = Menu.Of(["bob"], ["uma", "gil"], 0);

    private static readonly Family<Menu> Tables = Family.Of<Menu>(
        "tables", chance => Menu.Drawn(chance, (1, 1, 1), (1, 1, 2), (1, 2, 1), (2, 1, 1), (1, 1, 4)), TwoByTwo, ThreeDishes, ThreeCooks);

    private static readonly Family<Menu> Stays = Family.Of<Menu>(
        "stays", chance => Menu.Drawn(chance, (1, 1, 1), (1, 1, 2), (1, 2, 1), (2, 1, 0), (1, 3, 0)), NoDishes, ThreeDishes);

    private static readonly Family<Menu> Pairs = Family.Of<Menu>(
        "pairs", chance => Menu.Drawn(chance, (2, 1, 1), (2, 2, 1)), TwoByTwo);

    private static readonly LinePattern AllServed = LinePattern.Like("all served");

    public override LiveRun Live { get; } = new(
        Menu.Of([.. Numbered("cook", 10)], [.. Numbered("guest", 15)], 5).ScenarioNamed(("10 cooks of 5 dishes, 15 guests", "10 个厨师各做 5 道菜，15 个客人")),
        TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw)
    {
        var tables = draw.Of(Tables);
        return
        [
            new Check("every-dish-once", ("Every dish is made by its cook and eaten once", "每道菜由自己的厨师做出来，被吃一次"), 2)
                .Each(tables, (check, menu) => menu.EveryDishOnce(check))
                .Sampling(draw.One("larger table", chance => Menu.Drawn(chance, (3, 2, 2), (2, 3, 2))), (check, menu) => menu.EveryDishOnce(check))
                .Sampling(draw.One("many dishes", chance => Menu.Drawn(chance, (1, 1, 12))), (check, menu) => menu.EveryDishOnce(check)),
            new Check("all-served", ("'all served' comes after the last dish is eaten", "“all served”出现在最后一道菜吃完之后"), 4)
                .Each([.. tables, NoDishes], (check, menu) => menu.AllEaten(check)
                    .AtEnd(("the parent prints 'all served' once, and nobody else does", "父进程打印一次“all served”，别的进程都不打印"), Observe.Lines(AllServed), said => said is [{ Agent: Names.Root }])
                    .Order(("every dish is eaten before 'all served'", "“all served”之前所有的菜都已吃完"), menu.Ate, menu.Total, AllServed))
                .WithHint(("An empty queue with no task undone lets Join through at once, before the first dish too. And when has a guest done its task?", "队列空着、又没有未完成的任务时，Join 会立刻通过，第一道菜之前也一样。还有，客人的任务什么时候才算完成？")),
            new Check("tasks-counted", ("The queue's Join tells that every dish is finished", "由队列的 Join 得知每道菜都已处理完"), 2)
                .Each([.. tables.Where(menu => menu.Guests.Count == 1)], (check, menu) => menu.AllEaten(check)
                    .AtEnd(
                        ("when 'all served' is printed, TaskDone has been called for each dish by the child that took and ate it, and somebody has come through Join since the last Put", "打印“all served”时，每道菜都由取走并吃掉它的子进程调用过 TaskDone，并且最后一次 Put 之后已经有进程通过了 Join"),
                        Tasks.Of(menu),
                        tasks => tasks.AtTheEnd == menu.Total))
                .WithHint(("Every item that is put needs one TaskDone, on every way through the guest's loop, and no more.", "每放入一项就要有一次 TaskDone：客人的循环无论走哪条路都要有，也不能多。")),
            new Check("guests-stay", ("The guests are daemons, which end with their parent", "客人是守护进程，随父进程一起结束"), 1)
                .Each(draw.Of(Stays), (check, menu) => check
                    .In(menu.Scenario)
                    .AtEnd(("each guest is started as a daemon and stays until it is cut off, and there is a child for each cook besides", "每个客人都作为守护进程启动，一直留到被切断为止；此外每个厨师各有一个子进程"), Guests.Of(menu), guests => guests.Stayed(menu)))
                .WithHint(("Nobody tells a guest that the kitchen is closed. What kind of child ends with its parent all the same?", "没有谁告诉客人厨房打烊了。什么样的子进程照样会随父进程一起结束？")),
            new Check("side-by-side", ("Cooks and guests work side by side", "厨师和客人同时进行"), 1)
                .Each(draw.Of(Pairs), (check, menu) => menu.SideBySide(check))
                .Each([TwoDishes], (check, menu) => menu.CookAtTheSameTime(check))
                .WithHint(("What does a cook wait for before it makes its next dish, and what does the first guest wait for?", "厨师做下一道菜之前在等什么？第一个客人在等什么？")),
        ];
    }

    private static IEnumerable<string> Numbered(string kind, int count) => Enumerable.Range(1, count).Select(i => $"{kind}{i}");
}
