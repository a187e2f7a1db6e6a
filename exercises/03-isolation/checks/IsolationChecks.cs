using System.Globalization;
using System.Text.RegularExpressions;
using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Isolation;

/// <summary>What 03-isolation must hold.</summary>
/// <remarks>A field is no operation: what a process has in it is told at its end, unless the student's class does more at its beginning than set fields.</remarks>
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
        new Check("parent", ("What the parent returns of its own is what the field was at first", "父进程作为自己的值返回的，是字段最初的值"), 3)
            .Each([Rich], (check, value) => BroughtBack(check, value)
                .That(Returns(($"Parent is {AtFirst}", $"Parent 是 {AtFirst}"), both => both.Parent == AtFirst)))
            .WithHint(("Whose field is it that the child sets, and which process reads the one that you return as Parent?", "子进程设置的是谁的字段？你作为 Parent 返回的那个字段又是哪个进程读的？")),
        new Check("child", ("The child sets its own field, and what the parent returns of it came from there through a queue", "子进程设置自己的字段，父进程返回的子进程的值是从那里通过队列传来的"), 4)
            .Each([Rich], (check, value) => SetThere(check, value)
                .That(Returns(($"Child is {value}", $"Child 是 {value}"), both => both.Child == value)))
            .WithHint(("The parent cannot look into the child. What can both of them hold, and does the parent wait until something is in it?", "父进程看不到子进程的内存。有什么东西是两边都能拿着的？父进程会不会等到里面有了东西？")),
        new Check("other-value", ("Other values do as well", "换成别的值也一样"), 3)
            .Each(draw.Of(Others), (check, value) => SetThere(check, value)
                .That(Returns(($"Parent is {AtFirst} and Child is {value}", $"Parent 是 {AtFirst}，Child 是 {value}"), both => both == (AtFirst, value)))),
    ];

    private static Scenario Brings(int value) => Scenario.Of(($"the child's value is {value}", $"子进程的值是 {value}"), "Run", value);

    private static Check BroughtBack(Check check, int value) => check
        .In(Brings(value))
        .AtEnd(($"a child puts {value} into a queue, and the parent takes it", $"子进程把 {value} 放进队列，由父进程取出"), Observe.Deliveries, deliveries =>
            deliveries.Made.Any(d => d.From != Names.Root && d.To == Names.Root && Number().Matches(d.Item).Any(n => n.Value == value.ToString(CultureInfo.InvariantCulture))));

    private static Check SetThere(Check check, int value) => BroughtBack(check, value)
        .AtEnd(($"the child that puts it has {value} in Money at its end, and the parent {AtFirst}", $"放入者结束时它的 Money 是 {value}，而父进程的是 {AtFirst}"), Wallets.Seen, wallets => wallets.All(w => w.Had(w.IsParent ? AtFirst : value)));

    private static AtEnd<int> Returns(LocalizedText statement, Func<(int Parent, int Child), bool> good) => new(
        statement,
        Observe.Nothing,
        (_, end) => good(end.Result<(int Parent, int Child)>()),
        (_, end) => Returned(end.Result<(int Parent, int Child)>()));

    private static LocalizedText Returned((int Parent, int Child) both) => ($"it returned {both}", $"返回了 {both}");

    [GeneratedRegex("-?[0-9]+")]
    private static partial Regex Number();
}
