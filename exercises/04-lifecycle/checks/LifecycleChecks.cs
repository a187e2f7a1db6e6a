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

    private static readonly Scenario Lives = Scenario.Of(("four ways to end", "四种结束方式"), "Run").ExpectingCrashes();

    // One that sleeps for some seconds only is gone before anybody looks.
    private static readonly Scenario SlowLives = Lives.WithSlowStarts(("four ways to end, each start takes 60 s", "四种结束方式，每次启动用 60 秒"), TimeSpan.FromSeconds(60));

    private static readonly Observer<EquatableArray<string>> Ends = SetOf(
        happened => happened switch
        {
            ProcessLeaving { End.Ending: Ending.Returned } => Returned,
            ProcessLeaving { End.Ending: Ending.Threw } => Threw,
            ProcessLeaving { End: { Ending: Ending.Exited, ExitCode: 3 } } => Exited,
            ProcessDied { Death: Death.Terminated } => Terminated,
            _ => null,
        },
        ("of the children", "子进程的结局"),
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
        ("the parent was told", "父进程得到的回答"),
        new OperationPattern<QueryExitCode> { Who = Who.Root },
        new OperationPattern<QueryAlive> { Who = Who.Root },
        new OperationPattern<JoinProcess> { Who = Who.Root },
        new OperationPattern<QueryActiveChildren> { Who = Who.Root });

    public override LiveRun Live { get; } = new(Lives, TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw) =>
    [
        new Check("alive", ("The child lives after its start, and not after it was terminated and joined", "子进程启动之后活着，被终止并等到它结束之后就不再活着"), 3)
            .In(Lives, SlowLives)
            .That(Reports(("AliveAfterStart is true", "AliveAfterStart 是 true"), r => r.AliveAfterStart, r => r.AliveAfterStart, Tier.Strict))
            .That(Reports(("ExitCodeWhileAlive is null", "ExitCodeWhileAlive 是 null"), r => r.ExitCodeWhileAlive is null, r => r.ExitCodeWhileAlive, Tier.Strict))
            .That(Reports(("AliveAfterJoin is false", "AliveAfterJoin 是 false"), r => !r.AliveAfterJoin, r => r.AliveAfterJoin))
            .AtEnd(("the parent really looks, before and after", "父进程确实在前后都查过"), Answers, told => told.Contains("alive") && told.Contains("no exit code yet") && told.Contains("not alive")).OnlyIn(Tier.Strict)
            .AtEnd(("a child is terminated", "有一个子进程被终止"), Ends, ends => ends.Contains(Terminated)).OnlyIn(Tier.Strict)
            .WithHint(("Terminate asks the child to die and does not wait for it. When is it certain that the child is gone?", "Terminate 只是要求子进程结束，并不等它。什么时候才能确定子进程已经不在了？")),
        new Check("exit-codes", ("The exit codes of children that return, throw and exit", "返回、抛异常、退出的子进程各自的退出码"), 3)
            .In(Lives)
            .That(Reports(("Returned is 0", "Returned 是 0"), r => r.Returned == 0, r => r.Returned))
            .That(Reports(("Threw is 1", "Threw 是 1"), r => r.Threw == 1, r => r.Threw))
            .That(Reports(("Exited is 3", "Exited 是 3"), r => r.Exited == 3, r => r.Exited))
            .AtEnd(("children end in these three ways", "子进程确实以这三种方式结束"), Ends, ends => ends.Contains(Returned) && ends.Contains(Threw) && ends.Contains(Exited))
            .AtEnd(("the parent asks for these codes", "父进程查过这几个退出码"), Answers, told => new[] { 0, 1, 3 }.All(code => told.Contains($"exit code {code}")))
            .WithHint(("A child that still runs has no exit code. What must come before the question?", "还在运行的子进程没有退出码。查询之前必须先做什么？")),
        new Check("terminated", ("The exit code of a child that is terminated", "被终止的子进程的退出码"), 2)
            .In(Lives)
            .That(Reports(("Terminated is -15", "Terminated 是 -15"), r => r.Terminated == -15, r => r.Terminated, Tier.Strict))
            .That(Reports(("Terminated is known", "Terminated 有值"), r => r.Terminated is not null, r => r.Terminated, Tier.Loose))
            .AtEnd(("a child is terminated", "有一个子进程被终止"), Ends, ends => ends.Contains(Terminated)).OnlyIn(Tier.Strict)
            .AtEnd(("the parent asks for that code", "父进程查过这个退出码"), Answers, told => told.Contains("exit code -15")).OnlyIn(Tier.Strict)
            .WithHint(("Between Terminate and the end of the child there is a moment in which it has no exit code yet.", "从 Terminate 到子进程结束之间有一小段时间，这时它还没有退出码。")),
        new Check("names-and-ids", ("A child and its parent agree on who is who", "子进程和父进程对彼此身份的说法一致"), 2)
            .In(Lives)
            .That(Reports(("the child's name is the same on both sides", "子进程的名字在两边一致"), r => r.NameInChild == r.NameInParent, r => InBoth(r.NameInChild, r.NameInParent)))
            .That(Reports(("the child's id is the same on both sides", "子进程的进程号在两边一致"), r => r.IdInChild == r.IdInParent, r => InBoth($"{r.IdInChild}", $"{r.IdInParent}")))
            .That(AskedInTheChild())
            .WithHint(("CurrentProcess tells a process who it is. Which process must ask, and how does the answer get to the other one?", "CurrentProcess 告诉一个进程它自己是谁。该由哪个进程来查，结果又怎样送到另一个进程？")),
    ];

    private static LocalizedText InBoth(string inChild, string inParent) => ($"{inChild} in the child and {inParent} in the parent", $"子进程那里是 {inChild}，父进程那里是 {inParent}");

    private static LocalizedText NoReport(LocalizedText how) => ($"there was no report: Run {how.En}", $"没有报告：Run {how.Zh}");

    private static LocalizedText Was(object? found) => found is LocalizedText told ? ($"it was {told.En}", told.Zh) : ($"it was {found ?? "null"}", $"它是 {found ?? "null"}");

    private static LocalizedText Says(LifecycleReport report, LocalizedText asked) => (
        $"the report says {report.NameInChild}, {report.IdInChild} and {report.ParentIdInChild}; {asked.En}",
        $"报告里写的是 {report.NameInChild}、{report.IdInChild} 和 {report.ParentIdInChild}；{asked.Zh}");

    /// <summary>The names of ends and answers, which are part of the observers' values.</summary>
    private static string InChinese(string name) => name switch
    {
        Returned => "有一个返回了",
        Threw => "有一个抛出了异常",
        Exited => "有一个以 3 退出",
        Terminated => "有一个被终止",
        "no exit code yet" => "还没有退出码",
        "alive" => "还活着",
        "not alive" => "不再活着",
        _ => name.Replace("exit code", "退出码", StringComparison.Ordinal),
    };

    private static AtEnd<int> Reports(LocalizedText statement, Func<LifecycleReport, bool> good, Func<LifecycleReport, object?> found, params Tier[] tiers) => new(
        statement,
        Observe.Nothing,
        (_, end) => end.Result<LifecycleReport>() is { } report && good(report),
        (_, end) => end.Result<LifecycleReport>() is { } report ? Was(found(report)) : NoReport(end.Ending))
    { Tiers = tiers.Length > 0 ? [.. tiers] : [Tier.Strict, Tier.Loose] };

    private static AtEnd<EquatableArray<SelfKnowledge>> AskedInTheChild() => new(
        ("the name, the id and the parent's id are those of a child that asked for each of them itself", "名字、进程号和父进程号都是某个子进程自己逐项查到的"),
        SelfKnowledge.Observed,
        (known, end) => end.Result<LifecycleReport>() is { } report && known.Any(k => k.Is(report)),
        (known, end) => end.Result<LifecycleReport>() is { } report
            ? Says(report, SelfKnowledge.Observed.Describe(known))
            : NoReport(end.Ending));

    private static Observer<EquatableArray<string>> SetOf(Func<KernelEvent, string?> name, LocalizedText whose, params EventPattern[] patterns) => new(
        [],
        (seen, happened) => name(happened) is { } one && !seen.Contains(one) ? [.. seen.Append(one).Order(StringComparer.Ordinal)] : seen,
        patterns,
        seen => seen.Count == 0
            ? ($"{whose.En}: nothing", $"{whose.Zh}：什么也没有")
            : ($"{whose.En}: {string.Join(", ", seen)}", $"{whose.Zh}：{string.Join("，", seen.Select(InChinese))}"))
    { SeesAgents = false, SeesTime = false };
}
