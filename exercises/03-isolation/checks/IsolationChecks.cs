using System.Globalization;
using System.Text.RegularExpressions;
using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Isolation;

/// <summary>What 03-isolation must hold.</summary>
/// <remarks>A field is no operation: what a process has in it shows in what it puts into the queue and what it returns, and in nothing else.</remarks>
public sealed partial class IsolationChecks() : ExerciseChecks("03-isolation")
{
    private const int AtFirst = 999;
    private const int Rich = 4321;

    // Below zero, nothing, as much as before, and more than sixteen bits hold.
    private static readonly Family<int> Others = Family.Of<int>(
        "others", chance => chance.OneOf(chance.From(-2_000, -1), chance.From(1, 2_000), int.MinValue, int.MaxValue), -57, 0, AtFirst, 70_000);

    public override LiveRun Live { get; } = new(Brings(Rich), TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw) =>
    [
        new Check("parent", "What the parent returns of its own is what the field was at first", 3)
            .Each([Rich], (check, value) => BroughtBack(check, value)
                .That(Returns($"Parent is {AtFirst}", both => both.Parent == AtFirst)))
            .WithHint("Whose field is it that the child sets, and which process reads the one that you return as Parent?"),
        new Check("child", "What the parent returns of the child's came from the child, through a queue", 4)
            .Each([Rich], (check, value) => BroughtBack(check, value)
                .That(Returns($"Child is {value}", both => both.Child == value)))
            .WithHint("The parent cannot look into the child. What can both of them hold, and does the parent wait until something is in it?"),
        new Check("other-value", "Other values do as well", 3)
            .Each(draw.Of(Others), (check, value) => BroughtBack(check, value)
                .That(Returns($"Parent is {AtFirst} and Child is {value}", both => both == (AtFirst, value)))),
    ];

    private static Scenario Brings(int value) => Scenario.Of($"the child's value is {value}", "Run", value);

    private static Check BroughtBack(Check check, int value) => check
        .In(Brings(value))
        .AtEnd($"a child puts {value} into a queue, and the parent takes it", Observe.Deliveries, deliveries =>
            deliveries.Made.Any(d => d.From != Names.Root && d.To == Names.Root && Number().Matches(d.Item).Any(n => n.Value == value.ToString(CultureInfo.InvariantCulture))));

    private static AtEnd<int> Returns(string statement, Func<(int Parent, int Child), bool> good) => new(
        statement,
        Observe.Nothing,
        (_, end) => good(end.Result<(int Parent, int Child)>()),
        (_, end) => $"it returned {end.Result<(int Parent, int Child)>()}");

    [GeneratedRegex("-?[0-9]+")]
    private static partial Regex Number();
}
