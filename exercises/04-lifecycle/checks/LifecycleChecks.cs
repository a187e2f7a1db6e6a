using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Lifecycle;

/// <summary>What 04-lifecycle must hold.</summary>
/// <remarks>In loose time an hour's sleep may be over at once: what the sleeping child is like before it is terminated is judged in strict time only.</remarks>
public sealed class LifecycleChecks() : ExerciseChecks("04-lifecycle")
{
    private const string Returned = "one returned";
    private const string Threw = "one threw";
    private const string Exited = "one exited with 3";
    private const string Terminated = "one was terminated";

    private static readonly Scenario Lives = Scenario.Of("four ways to end", "Run").ExpectingCrashes();

    private static readonly Observer<EquatableArray<string>> Ends = SetOf(
        happened => happened switch
        {
            ProcessLeaving { End.Ending: Ending.Returned } => Returned,
            ProcessLeaving { End.Ending: Ending.Threw } => Threw,
            ProcessLeaving { End: { Ending: Ending.Exited, ExitCode: 3 } } => Exited,
            ProcessDied { Death: Death.Terminated } => Terminated,
            _ => null,
        },
        "of the children",
        new LeavingPattern { Who = Who.Child },
        new EndPattern { Who = Who.Child });

    private static readonly Observer<EquatableArray<string>> Answers = SetOf(
        happened => ((OperationCompleted)happened) switch
        {
            { Operation: QueryExitCode, Outcome: Number code } => $"exit code {code.Value}",
            { Operation: QueryExitCode, Outcome: Done } => "no exit code yet",
            { Operation: QueryAlive, Outcome: Flag answer } => answer.Value ? "alive" : "not alive",
            { Operation: JoinProcess { Patience: not null }, Outcome: Flag answer } => answer.Value ? "not alive" : "alive",
            { Operation: QueryActiveChildren, Outcome: NameList children } => children.Values.Count > 0 ? "alive" : "not alive",
            _ => null,
        },
        "the parent was told",
        new OperationPattern<QueryExitCode> { Who = Who.Root },
        new OperationPattern<QueryAlive> { Who = Who.Root },
        new OperationPattern<JoinProcess> { Who = Who.Root },
        new OperationPattern<QueryActiveChildren> { Who = Who.Root });

    private static readonly Observer<EquatableArray<ProcessIdentity>> AskedOfThemselves = new(
        [],
        (known, happened) => [.. known.Append((ProcessIdentity)((OperationCompleted)happened).Outcome).Distinct().OrderBy(i => i.Id)],
        [new OperationPattern<Identify> { Who = Who.Child }],
        known => known.Count == 0 ? "no child asked who it is" : $"the children that asked who they are: {string.Join(", ", known.Select(i => i.Describe()))}")
    { SeesTime = false };

    public override LiveRun Live { get; } = new(Lives, TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw) =>
    [
        new Check("alive", "The child lives after its start, and not after it was terminated and joined", 3)
            .In(Lives)
            .That(Reports("AliveAfterStart is true", r => r.AliveAfterStart, r => r.AliveAfterStart, Tier.Strict))
            .That(Reports("ExitCodeWhileAlive is null", r => r.ExitCodeWhileAlive is null, r => r.ExitCodeWhileAlive, Tier.Strict))
            .That(Reports("AliveAfterJoin is false", r => !r.AliveAfterJoin, r => r.AliveAfterJoin))
            .AtEnd("the parent really looks, before and after", Answers, told => told.Contains("alive") && told.Contains("no exit code yet") && told.Contains("not alive")).OnlyIn(Tier.Strict)
            .AtEnd("a child is terminated", Ends, ends => ends.Contains(Terminated)).OnlyIn(Tier.Strict)
            .WithHint("Terminate asks the child to die and does not wait for it. When is it certain that the child is gone?"),
        new Check("exit-codes", "The exit codes of children that return, throw and exit", 3)
            .In(Lives)
            .That(Reports("Returned is 0", r => r.Returned == 0, r => r.Returned))
            .That(Reports("Threw is 1", r => r.Threw == 1, r => r.Threw))
            .That(Reports("Exited is 3", r => r.Exited == 3, r => r.Exited))
            .AtEnd("children end in these three ways", Ends, ends => ends.Contains(Returned) && ends.Contains(Threw) && ends.Contains(Exited))
            .AtEnd("the parent asks for these codes", Answers, told => new[] { 0, 1, 3 }.All(code => told.Contains($"exit code {code}")))
            .WithHint("A child that still runs has no exit code. What must come before the question?"),
        new Check("terminated", "The exit code of a child that is terminated", 2)
            .In(Lives)
            .That(Reports("Terminated is -15", r => r.Terminated == -15, r => r.Terminated, Tier.Strict))
            .That(Reports("Terminated is known", r => r.Terminated is not null, r => r.Terminated, Tier.Loose))
            .AtEnd("a child is terminated", Ends, ends => ends.Contains(Terminated)).OnlyIn(Tier.Strict)
            .AtEnd("the parent asks for that code", Answers, told => told.Contains("exit code -15")).OnlyIn(Tier.Strict)
            .WithHint("Between Terminate and the end of the child there is a moment in which it has no exit code yet."),
        new Check("names-and-ids", "A child and its parent agree on who is who", 2)
            .In(Lives)
            .That(Reports("the child's name is the same on both sides", r => r.NameInChild == r.NameInParent, r => $"{r.NameInChild} in the child and {r.NameInParent} in the parent"))
            .That(Reports("the child's id is the same on both sides", r => r.IdInChild == r.IdInParent, r => $"{r.IdInChild} in the child and {r.IdInParent} in the parent"))
            .That(AskedInTheChild())
            .WithHint("CurrentProcess tells a process who it is. Which process must ask, and how does the answer get to the other one?"),
    ];

    private static AtEnd<int> Reports(string statement, Func<LifecycleReport, bool> good, Func<LifecycleReport, object?> found, params Tier[] tiers) => new(
        statement,
        Observe.Nothing,
        (_, end) => end.Result<LifecycleReport>() is { } report && good(report),
        (_, end) => end.Result<LifecycleReport>() is { } report ? $"it was {found(report) ?? "null"}" : $"there was no report: Run {end.Ending}")
    { Tiers = tiers.Length > 0 ? [.. tiers] : [Tier.Strict, Tier.Loose] };

    private static AtEnd<EquatableArray<ProcessIdentity>> AskedInTheChild() => new(
        "the name, the id and the parent's id are those of a child that asked for them itself",
        AskedOfThemselves,
        (known, end) => end.Result<LifecycleReport>() is { } report
            && known.Any(i => i.Name == report.NameInChild && i.Id == report.IdInChild && i.ParentId == report.ParentIdInChild),
        (known, end) => end.Result<LifecycleReport>() is { } report
            ? $"the report says {report.NameInChild}, {report.IdInChild} and {report.ParentIdInChild}; {AskedOfThemselves.Describe(known)}"
            : $"there was no report: Run {end.Ending}");

    private static Observer<EquatableArray<string>> SetOf(Func<KernelEvent, string?> name, string whose, params EventPattern[] patterns) => new(
        [],
        (seen, happened) => name(happened) is { } one && !seen.Contains(one) ? [.. seen.Append(one).Order(StringComparer.Ordinal)] : seen,
        patterns,
        seen => seen.Count == 0 ? $"{whose}: nothing" : $"{whose}: {string.Join(", ", seen)}")
    { SeesAgents = false, SeesTime = false };
}
