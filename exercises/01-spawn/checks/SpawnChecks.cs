using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Spawn;

/// <summary>What 01-spawn must hold.</summary>
public sealed class SpawnChecks() : ExerciseChecks("01-spawn")
{
    private static readonly string[] Names = ["ann", "bob", "cem"];

    private static readonly Scenario Methods = Scenario.Of("3 children by static method", "Run", [Names]);
    private static readonly Scenario Classes = Scenario.Of("3 children by derived class", "RunClass", [Names]);

    private static readonly LinePattern Running = LinePattern.Like("{name} is running");
    private static readonly LinePattern Over = LinePattern.Like("{name} is over");
    private static readonly Func<EquatableArray<Saying>, bool> OneChildEach = Speakers.OneChildEach(Names, "{0} is running", "{0} is over");
    private static readonly LinePattern Main = LinePattern.Like("main").By(Who.Root);

    private static readonly Observer<int> DerivedClasses = new(
        0,
        (n, happened) => happened is OperationCompleted { Operation: StartProcess { Target.IsInstance: true } } ? n + 1 : n,
        [new OperationPattern<StartProcess>()],
        n => $"{n} were started from a class that derives from ChildProcess");

    public override LiveRun Live { get; } = new(
        Scenario.Of("30 children", "Run", new object[] { Enumerable.Range(1, 30).Select(i => $"child{i}").ToArray() }),
        TimeSpan.FromSeconds(3));

    public override IReadOnlyList<Check> Checks(Draw draw) =>
    [
        new Check("children", "Each name has a child of its own that says both its lines", 3)
            .In(Methods)
            .AtEnd("one child a name prints '{name} is running' and '{name} is over'", Observe.Lines(Running, Over), OneChildEach)
            .WithHint("Which process runs the code inside the target, and which one runs the code after Start?"),
        new Check("parallel", "The children sleep side by side: 3 s in all", 3)
            .In(Methods)
            .AtEnd("one child a name prints both its lines", Observe.Lines(Running, Over), OneChildEach)
            .MakespanIs(TimeSpan.FromSeconds(3))
            .WithHint("If each child has to wait for the one before, the whole takes longer. Who waits for whom?"),
        new Check("main-first", "'main' comes once all are started, and waits for none", 2)
            .In(Methods)
            .AtEnd("the parent prints 'main' once", Observe.Count(Main), n => n == 1)
            .Order("'main' comes after every start", new StartPattern { Who = Who.Root }, Names.Length, Main)
            .Sometimes("'main' can come before any 'is over'", Observe.Precedence(Main, Over), so => so == Precedence.Wanted)
            .OnlyIn(Contract.Results.Tier.Strict, Contract.Results.Tier.Loose)
            .WithHint("Start gives back control at once. What would make the parent wait before it prints?"),
        new Check("class-style", "The same with a class derived from ChildProcess", 2)
            .In(Classes)
            .AtEnd("each child is of a class derived from ChildProcess", DerivedClasses, n => n == Names.Length)
            .AtEnd("one child a name prints both its lines", Observe.Lines(Running, Over), OneChildEach)
            .AtEnd("the parent prints 'main' once", Observe.Count(Main), n => n == 1)
            .MakespanIs(TimeSpan.FromSeconds(3))
            .WithHint("Override Run, give the name to the constructor, and Start does the rest."),
    ];
}
