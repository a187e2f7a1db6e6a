using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.JoinableKitchen;

/// <summary>What 12-joinable-queue must hold.</summary>
public sealed class JoinableKitchenChecks() : ExerciseChecks("12-joinable-queue")
{
    private static readonly Menu TwoByTwo = new(["ann", "bob"], ["gil", "hal"], 1);

    private static readonly Scenario Even = TwoByTwo.Scenario("2 cooks, 2 guests, a dish each");
    private static readonly Scenario OneGuest = new Menu(["ann"], ["gil"], 2).Scenario("1 cook of 2 dishes, 1 guest");
    private static readonly Scenario Nothing = new Menu(["ann"], ["gil"], 0).Scenario("1 cook of no dishes, 1 guest");

    private static readonly LinePattern Made = LinePattern.Like("{cook} made {dish}");
    private static readonly LinePattern Ate = LinePattern.Like("{guest} ate {dish}");
    private static readonly LinePattern AllServed = LinePattern.Like("all served");

    private static readonly Observer<int> Eaten = Observe.Count(Ate);
    private static readonly Observer<int> Served = Observe.Count(AllServed.By(Who.Root));

    private static readonly Observer<int> CutOff = new(
        0,
        (n, happened) => happened is ProcessDied ? n + 1 : n,
        [new EndPattern { Who = Who.Child }],
        n => $"{n} were cut off")
    { SeesAgents = false };

    private static readonly Observer<Daemons> Started = new(
        new Daemons(0, 0),
        (so, happened) => happened is OperationCompleted { Operation: StartProcess { IsDaemon: true } } ? so with { Count = so.Count + 1 } : so with { Others = so.Others + 1 },
        [new OperationPattern<StartProcess>()],
        so => $"{so.Count} daemons and {so.Others} other children were started")
    { SeesAgents = false };

    public override LiveRun Live { get; } = new(
        new Menu([.. Names("cook", 10)], [.. Names("guest", 15)], 5).Scenario("10 cooks of 5 dishes, 15 guests"),
        TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw) =>
    [
        new Check("every-dish-once", "Every dish is made by its cook and eaten once", 2)
            .In(Even)
            .AtEnd("each cook's child makes the cook's dish, and each dish is eaten by one guest's child", Observe.Lines(Made, Ate), TwoByTwo.IsServedIn),
        new Check("all-served", "'all served' comes after the last dish is eaten", 4)
            .In(Even)
            .AtEnd("the parent prints 'all served' once", Served, n => n == 1)
            .AtEnd("2 dishes are eaten", Eaten, n => n == 2)
            .Order("both dishes are eaten before 'all served'", Ate, 2, AllServed)
            .WithHint("An empty queue with no task undone lets Join through at once, before the first dish too. And when has a guest done its task?"),
        new Check("tasks-counted", "The queue's Join tells that every dish is finished", 2)
            .In(OneGuest)
            .AtEnd("2 dishes are eaten", Eaten, n => n == 2)
            .AtEnd("when 'all served' is printed, TaskDone has been called for each item by the children that took them, and the parent has come through Join", Tasks.Observed, tasks => tasks.AreCounted(2))
            .WithHint("Every item that is put needs one TaskDone, on every way through the guest's loop, and no more."),
        new Check("guests-stay", "The guests are daemons, which end with their parent", 1)
            .In(OneGuest, Nothing)
            .AtEnd("the parent prints 'all served' once", Served, n => n == 1)
            .AtEnd("the guest is started as a daemon, and the cook besides", Started, so => so.Count >= 1 && so.Count + so.Others >= 2)
            .AtEnd("the guest stays until it is cut off", CutOff, n => n == 1)
            .WithHint("Nobody tells a guest that the kitchen is closed. What kind of child ends with its parent all the same?"),
        new Check("side-by-side", "Cooks and guests work side by side", 1)
            .In(Even)
            .AtEnd("2 dishes are eaten", Eaten, n => n == 2)
            .Sometimes("a dish can be eaten before the last is made", EatenWhileCooking.Of(2), seen => seen.IsSo)
            .Sometimes("the last cook can be the first to make a dish", Observe.Precedence(LinePattern.Like("bob made bob-1"), Made), so => so == Precedence.Wanted),
    ];

    private static IEnumerable<string> Names(string kind, int count) => Enumerable.Range(1, count).Select(i => $"{kind}{i}");

    private sealed record Daemons(int Count, int Others);
}
