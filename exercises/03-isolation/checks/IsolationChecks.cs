using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Isolation;

/// <summary>What 03-isolation must hold.</summary>
/// <remarks>A field is no operation: what a process has in it shows in what it puts into the queue.</remarks>
public sealed class IsolationChecks() : ExerciseChecks("03-isolation")
{
    private const int AtFirst = 999;
    private const int Rich = 4321;
    private const int Poor = -57;

    private static readonly Scenario GetsRich = Scenario.Of("the child's value is 4321", "Run", Rich);
    private static readonly Scenario GetsPoor = Scenario.Of("the child's value is -57", "Run", Poor);

    public override LiveRun Live { get; } = new(GetsRich, TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw) =>
    [
        new Check("parent", "The parent's field is what it was", 3)
            .In(GetsRich)
            .That(Returns($"Parent is {AtFirst}", both => both.Parent == AtFirst))
            .AtEnd("a child puts its value into a queue, and the parent takes it", Observe.Deliveries, BroughtBack(Rich))
            .WithHint("Whose field is it that the child sets, and which process reads the one that you return as Parent?"),
        new Check("child", "The child's field was set, and its value was brought back", 4)
            .In(GetsRich)
            .That(Returns($"Child is {Rich}", both => both.Child == Rich))
            .AtEnd("a child puts its value into a queue, and the parent takes it", Observe.Deliveries, BroughtBack(Rich))
            .WithHint("The parent cannot look into the child. What can both of them hold, and does the parent wait until something is in it?"),
        new Check("other-value", "Another value does as well", 3)
            .In(GetsPoor)
            .That(Returns($"Parent is {AtFirst} and Child is {Poor}", both => both == (AtFirst, Poor)))
            .AtEnd("a child puts its value into a queue, and the parent takes it", Observe.Deliveries, BroughtBack(Poor)),
    ];

    private static Func<Deliveries, bool> BroughtBack(int value) => deliveries =>
        deliveries.Has($"{value}", from => from != Names.Root, to => to == Names.Root);

    private static AtEnd<int> Returns(string statement, Func<(int Parent, int Child), bool> good) => new(
        statement,
        Observe.Nothing,
        (_, end) => good(end.Result<(int Parent, int Child)>()),
        (_, end) => $"it returned {end.Result<(int Parent, int Child)>()}");
}
