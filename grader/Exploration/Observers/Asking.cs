using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Observers;

/// <summary>What each process has asked since it last waited, and whether one got where it wanted by asking over and over.</summary>
/// <remarks>To wait is to sleep at a condition, an event, a queue or a pipe until something comes; who does so for an instant only, asks.
/// A lock that is taken in between is no wait, for a loop that asks may well take one in each round.</remarks>
/// <param name="Questions">What was asked, in order of process and question.</param>
/// <param name="Finding">The first process that got so to its line, in words; null while there is none.</param>
public sealed record Asking(EquatableArray<Question> Questions, LocalizedText? Finding)
{
    private static readonly TimeSpan Instant = TimeSpan.FromSeconds(0.1);

    /// <summary>Watches those children that come to print such a line.</summary>
    /// <param name="reached">The line that a process prints when its waiting is over.</param>
    public static Observer<Asking> Until(LinePattern reached) => new(
        new Asking([], null),
        (asking, happened) => asking.After(happened, reached),
        [
            reached, new EndPattern(), new OperationPattern<Sleep> { Who = Who.Child },
            new OperationPattern<Operation> { Who = Who.Child, Where = operation => IsWait(operation) || IsQuestion(operation) },
        ],
        asking => asking.Finding ?? ("nobody asked over and over", "没有进程反复询问"))
    { SeesTime = false };

    private Asking After(KernelEvent happened, LinePattern reached) => happened switch
    {
        OperationCompleted { Operation: Sleep } => Paused(happened.Agent),
        OperationCompleted completed when IsWait(completed.Operation) => Without(happened.Agent),
        OperationCompleted completed when IsQuestion(completed.Operation) => Asked(completed),
        LinePrinted when reached.Matches(happened) => Without(happened.Agent) with { Finding = Finding ?? FindingOn(happened) },
        ProcessEnded or ProcessDied => Without(happened.Agent),
        _ => this,
    };

    private Asking Asked(OperationCompleted completed)
    {
        TooMuchSeenException.ThrowIfMany(Questions.Count, ("questions", "询问"));
        var before = Questions.FirstOrDefault(q => q.IsAskedBy(completed));
        var asked = before?.Again() ?? new Question(completed.Agent, completed.Operation, completed.Outcome, Times: 1, AfterPauses: 0, IsPaused: false);
        var asking = this with { Questions = [.. Questions.Where(q => q != before).Append(asked).OrderBy(q => q.Agent, StringComparer.Ordinal).ThenBy(q => q.Operation.Describe().En, StringComparer.Ordinal)] };
        return completed.Operation.Timeout is null ? asking : asking.Paused(completed.Agent);
    }

    private Asking Paused(string agent) => this with { Questions = [.. Questions.Select(q => q.Agent == agent ? q with { IsPaused = true } : q)] };

    private Asking Without(string agent) => this with { Questions = [.. Questions.Where(q => q.Agent != agent)] };

    private LocalizedText? FindingOn(KernelEvent happened) => Questions.FirstOrDefault(q => q.Agent == happened.Agent && q.IsOverAndOver) is { } question
        ? AskedInVain(ProcessPlace.Of(happened.Agent), question.Operation.Describe(), question.Times, question.Outcome.Describe(), ((LinePrinted)happened).Line)
        : null;

    private static LocalizedText AskedInVain(LocalizedText who, LocalizedText question, int times, LocalizedText answer, string line) => (
        $"{who.En} asked {question.En} {times} times and was told {answer.En} each time, until it printed '{line}'",
        $"{who.Zh}问了 {times} 次 {question.Zh}，每次得到的都是 {answer.Zh}，直到打印“{line}”为止");

    private static bool IsWait(Operation operation) =>
        operation is AwaitNotification or AwaitEvent or GetItem or ReceiveMessage or PollConnection && !(operation.Timeout < Instant);

    private static bool IsQuestion(Operation operation) =>
        operation.IsLook && operation.OnlyOutcome is null && operation is not ReadClock && !IsWait(operation);
}

/// <summary>What a process has asked, and was told each time.</summary>
/// <param name="Agent">Who asks.</param>
/// <param name="Operation">The question.</param>
/// <param name="Outcome">The answer.</param>
/// <param name="Times">How often, counted to 10.</param>
/// <param name="AfterPauses">How often there was a pause since the time before, counted to 2.</param>
/// <param name="IsPaused">Whether there was a pause since the last time.</param>
public sealed record Question(string Agent, Operation Operation, Outcome Outcome, int Times, int AfterPauses, bool IsPaused)
{
    private const int Often = 10;
    private const int OftenAfterPauses = 2;

    /// <summary>Whether it was asked so often that asking is how the process waits. Without a pause one may look a few times more: to print it, say.</summary>
    public bool IsOverAndOver => Times == Often || AfterPauses == OftenAfterPauses;

    internal bool IsAskedBy(OperationCompleted completed) => Agent == completed.Agent && Operation == completed.Operation && Outcome == completed.Outcome;

    internal Question Again() => this with
    {
        Times = Math.Min(Times + 1, Often),
        AfterPauses = Math.Min(AfterPauses + (IsPaused ? 1 : 0), OftenAfterPauses),
        IsPaused = false,
    };
}
