using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Observers;

/// <summary>Who keeps an end of a pipe open to the last without ever having used it.</summary>
/// <remarks>A process has a copy of an end that it made, was given at its start, or received. To send, to receive and to poll is to use it.
/// Judge it only in a scenario that gives every end something to do: an end for answers is idle, and rightly open, where nobody asks.</remarks>
/// <param name="Idle">The copies that are open and have not been used, in order of process and end.</param>
/// <param name="LeftEnds">Which ends are the left ones of their pipes.</param>
/// <param name="Forgotten">The first copy that its process took to its end, in words; null while there is none.</param>
public sealed record PipeEndsKept(EquatableArray<EndCopy> Idle, EquatableArray<string> LeftEnds, LocalizedText? Forgotten)
{
    private static readonly EventPattern[] Dealings =
    [
        new OperationPattern<CreatePipe>(), new OperationPattern<StartProcess>(), new OperationPattern<GetItem>(),
        new OperationPattern<SendMessage>(), new OperationPattern<ReceiveMessage>(), new OperationPattern<PollConnection>(), new OperationPattern<CloseConnection>(),
        new LeavingPattern(),
    ];

    /// <summary>Watches all pipes.</summary>
    public static Observer<PipeEndsKept> Observed { get; } = new(
        new PipeEndsKept([], [], null),
        (kept, happened) => kept.After(happened),
        Dealings,
        kept => kept.Describe())
    { SeesTime = false };

    /// <summary>Watches all pipes for copies that a process has kept open while it waited for a child, and has not used before or after.</summary>
    /// <remarks>For scenarios in which an end may have nothing to do, too: a process that has nothing to send may leave its end to its own end.</remarks>
    public static Observer<PipeEndsKept> WhileWaiting { get; } = new(
        new PipeEndsKept([], [], null),
        (kept, happened) => kept.AfterWaits(happened),
        [.. Dealings, new OperationPattern<JoinProcess>()],
        kept => kept.Describe())
    { SeesTime = false };

    public LocalizedText Describe() => Forgotten ?? ("none was", "没有这样的端");

    private PipeEndsKept AfterWaits(KernelEvent happened) => happened switch
    {
        _ when Forgotten is not null => this,
        OperationCompleted { Operation: JoinProcess, Outcome: Flag { Value: true } } => this with { Idle = [.. Idle.Select(c => c.Agent == happened.Agent ? c with { HasWaited = true } : c)] },
        OperationCompleted { Operation: CloseConnection close } when Idle.Contains(new EndCopy(happened.Agent, close.Object, HasWaited: true)) => this with
        {
            Forgotten = KeptWaiting(ProcessPlace.Of(happened.Agent), isLeft: LeftEnds.Contains(close.Object)),
        },
        ProcessLeaving => Idle.FirstOrDefault(c => c.Agent == happened.Agent && c.HasWaited) is { } copy
            ? this with { Forgotten = KeptWaiting(ProcessPlace.Of(happened.Agent), isLeft: LeftEnds.Contains(copy.End)) }
            : this with { Idle = [.. Idle.Where(c => c.Agent != happened.Agent)] },
        _ => After(happened),
    };

    private PipeEndsKept After(KernelEvent happened) => happened switch
    {
        ProcessLeaving => Left(happened.Agent),
        OperationCompleted { Outcome: Failed, Operation: not (SendMessage or ReceiveMessage or PollConnection) } => this,
        OperationCompleted completed => After(completed),
        _ => this,
    };

    private PipeEndsKept After(OperationCompleted completed) => completed.Operation switch
    {
        CreatePipe pipe => (this with { LeftEnds = [.. LeftEnds.Append(pipe.Object).Order(StringComparer.Ordinal)] })
            .With(completed.Agent, [pipe.Object, pipe.Right]),
        StartProcess start => With(start.Process, EndsIn(start.Arguments)),
        CloseConnection or PollConnection => Without(completed),
        SendMessage => Without(completed),
        ReceiveMessage or GetItem when completed.Outcome is Item item => Without(completed).With(completed.Agent, EndsIn(item.Value)),
        ReceiveMessage => Without(completed),
        _ => this,
    };

    private PipeEndsKept Left(string agent) => Forgotten is null && Idle.FirstOrDefault(c => c.Agent == agent) is { } copy
        ? this with { Forgotten = Kept(ProcessPlace.Of(agent), isLeft: LeftEnds.Contains(copy.End)) }
        : this;

    private static LocalizedText Kept(LocalizedText who, bool isLeft) => (
        $"{who.En} kept the {(isLeft ? "left" : "right")} end open to the last, and never used it",
        $"{who.Zh}直到结束都开着{(isLeft ? "左" : "右")}端，却从来没有用过它");

    private static LocalizedText KeptWaiting(LocalizedText who, bool isLeft) => (
        $"{who.En} kept the {(isLeft ? "left" : "right")} end open while it waited for a child, and never used it",
        $"{who.Zh}在等待子进程时还开着{(isLeft ? "左" : "右")}端，却从来没有用过它");

    private PipeEndsKept With(string agent, IEnumerable<string> ends) =>
        this with { Idle = [.. Idle.Concat(ends.Select(end => new EndCopy(agent, end))).Distinct().OrderBy(c => c.Agent, StringComparer.Ordinal).ThenBy(c => c.End, StringComparer.Ordinal)] };

    private PipeEndsKept Without(OperationCompleted completed) => completed.Operation is ObjectOperation { Object: var end }
        ? this with { Idle = [.. Idle.Where(c => c.Agent != completed.Agent || c.End != end)] }
        : this;

    private static IEnumerable<string> EndsIn(Payload payload) => payload.Handles.Where(h => h.Kind == Handle.Connection).Select(h => h.Name);
}

/// <summary>A process's copy of a pipe's end.</summary>
/// <param name="Agent">The process.</param>
/// <param name="End">The end.</param>
/// <param name="HasWaited">Whether the process has waited for a child with it; told only where waits are watched.</param>
public sealed record EndCopy(string Agent, string End, bool HasWaited = false);
