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

    private static readonly Menu NoDishes = Menu.Of(["bob"], ["uma", "gil"], 0);

    private static readonly Family<Menu> Tables = Family.Of<Menu>(
        "tables", chance => Menu.Drawn(chance, (1, 1, 1), (1, 1, 2), (1, 2, 1), (2, 1, 1), (1, 1, 4)), TwoByTwo, ThreeDishes, ThreeCooks);

    private static readonly Family<Menu> Stays = Family.Of<Menu>(
        "stays", chance => Menu.Drawn(chance, (1, 1, 1), (1, 1, 2), (1, 2, 1), (2, 1, 0), (1, 3, 0)), NoDishes, ThreeDishes);

    private static readonly Family<Menu> Pairs = Family.Of<Menu>(
        "pairs", chance => Menu.Drawn(chance, (2, 1, 1), (2, 2, 1)), TwoByTwo, Menu.Of(["nora", "dora"], ["wim"], 2));

    private static readonly LinePattern AllServed = LinePattern.Like("all served");

    public override LiveRun Live { get; } = new(
        Menu.Of([.. Numbered("cook", 10)], [.. Numbered("guest", 15)], 5).ScenarioNamed("10 cooks of 5 dishes, 15 guests"),
        TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw)
    {
        var tables = draw.Of(Tables);
        return
        [
            new Check("every-dish-once", "Every dish is made by its cook and eaten once", 2)
                .Each(tables, EveryDishOnce)
                .Sampling(draw.One("larger table", chance => Menu.Drawn(chance, (3, 2, 2), (2, 3, 2))), EveryDishOnce),
            new Check("all-served", "'all served' comes after the last dish is eaten", 4)
                .Each([.. tables, NoDishes], (check, menu) => AllEaten(check, menu)
                    .AtEnd("the parent prints 'all served' once, and nobody else does", Observe.Lines(AllServed), said => said is [{ Agent: Names.Root }])
                    .Order("every dish is eaten before 'all served'", menu.Ate, menu.Total, AllServed))
                .WithHint("An empty queue with no task undone lets Join through at once, before the first dish too. And when has a guest done its task?"),
            new Check("tasks-counted", "The queue's Join tells that every dish is finished", 2)
                .Each([.. tables.Where(menu => menu.Guests.Count == 1)], (check, menu) => AllEaten(check, menu)
                    .AtEnd(
                        "when 'all served' is printed, TaskDone has been called for each dish by the child that took and ate it, and somebody has come through Join since the last Put",
                        Tasks.Of(menu),
                        tasks => tasks.AtTheEnd == menu.Total))
                .WithHint("Every item that is put needs one TaskDone, on every way through the guest's loop, and no more."),
            new Check("guests-stay", "The guests are daemons, which end with their parent", 1)
                .Each(draw.Of(Stays), (check, menu) => check
                    .In(menu.Scenario)
                    .AtEnd("each guest is started as a daemon and stays until it is cut off, and there is a child for each cook besides", Guests.Of(menu), guests => guests.Stayed(menu)))
                .WithHint("Nobody tells a guest that the kitchen is closed. What kind of child ends with its parent all the same?"),
            new Check("side-by-side", "Cooks and guests work side by side", 1)
                .Each(draw.Of(Pairs), SideBySide)
                .WithHint("What does a cook wait for before it makes its next dish, and what does the first guest wait for?"),
        ];
    }

    private static Check SideBySide(Check check, Menu menu)
    {
        var both = menu.Cooks.Aggregate(
            AllEaten(check, menu).Sometimes("a dish can be eaten before the last is made", Overtaking.Of(menu.Made, menu.Total, menu.Ate), seen => seen.IsSo),
            (so, cook) => so.Sometimes(
                $"{cook} can be the first to make a dish", Observe.Precedence(LinePattern.Like($"{cook} made {cook}-1"), menu.Made), first => first == Precedence.Wanted));
        return menu.Dishes == 1
            ? both
            : both.Sometimes("a cook can make a dish while another is not done with cooking", Interleaving.Of(menu.Made, "cook"), seen => seen.IsSo);
    }

    private static Check EveryDishOnce(Check check, Menu menu) => check
        .In(menu.Scenario)
        .AtEnd("each cook's child makes the cook's dishes, and each dish is eaten by one guest's child", Observe.Lines(menu.Made, menu.Ate), menu.IsServedIn);

    private static Check AllEaten(Check check, Menu menu) => check
        .In(menu.Scenario)
        .AtEnd(menu.Total switch { 0 => "no dish is eaten", 1 => "1 dish is eaten", var n => $"{n} dishes are eaten" }, Observe.Count(menu.Ate), n => n == menu.Total);

    private static IEnumerable<string> Numbered(string kind, int count) => Enumerable.Range(1, count).Select(i => $"{kind}{i}");
}
