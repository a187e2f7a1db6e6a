using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.PipeDelivery;

/// <summary>What went through pipes, and what was said of it.</summary>
/// <param name="Pipes">The pipes' ends.</param>
/// <param name="Traffic">What each process did with each end, in order of their names.</param>
/// <param name="Told">The processes that were given the number of parcels at their start.</param>
/// <param name="Said">The consumer's lines; null before the first.</param>
internal sealed record Delivery(EquatableArray<Ends> Pipes, EquatableArray<Traffic> Traffic, EquatableArray<string> Told, Lines Said)
{
    public static LinePattern Received { get; } = LinePattern.Like("received {parcel}").WhereNumber("parcel");

    internal static readonly LinePattern ConsumerDone = LinePattern.Like("consumer done");

    public static Observer<Delivery> Of(Parcels parcels) => new(
        new Delivery([], [], [], Lines.None),
        (seen, happened) => seen.After(happened),
        [
            Received, ConsumerDone, new OperationPattern<CreatePipe>(), new OperationPattern<SendMessage>(), new OperationPattern<ReceiveMessage>(),
            new OperationPattern<StartProcess> { Where = start => parcels.IsToldBy(start.Arguments) },
        ],
        seen => seen.Said.Describe())
    { SeesTime = false };

    /// <summary>Whether the consumer met the end and said so, once.</summary>
    public bool IsDone => Said is { EndFault: null, Dones: 1 };

    /// <summary>Whether all of so many parcels were received.</summary>
    public bool IsComplete(Parcels parcels) => Said.Fault is null && Said.Parcels == parcels.Count;

    private Delivery After(KernelEvent happened) => happened switch
    {
        OperationCompleted { Operation: CreatePipe pipe } => this with { Pipes = [.. Pipes.Append(new Ends(pipe.Object, pipe.Right)).OrderBy(p => p.Left, StringComparer.Ordinal)] },
        OperationCompleted { Operation: StartProcess start } => this with { Told = [.. Told.Append(start.Process).Order(StringComparer.Ordinal)] },
        OperationCompleted { Operation: SendMessage send, Outcome: not Failed } => With(Of(happened.Agent, send.Object) is var t ? t with { Sent = t.Sent + 1 } : t),
        OperationCompleted { Operation: ReceiveMessage receive, Outcome: Item } => With(Of(happened.Agent, receive.Object) is var t ? t with { Received = t.Received + 1 } : t),
        OperationCompleted { Operation: ReceiveMessage receive, Outcome: Failed { Kind: FailureKind.EndOfStream } } => With(Of(happened.Agent, receive.Object) with { HasMetTheEnd = true }),
        LinePrinted printed when ConsumerDone.Matches(printed) => this with { Said = Said.AfterDone(printed, FaultOfTheEnd(printed.Agent)) },
        LinePrinted printed => AfterParcel(printed),
        _ => this,
    };

    private Delivery AfterParcel(LinePrinted printed)
    {
        var source = Incoming(printed.Agent).FirstOrDefault(t => t.Received > Said.Parcels && SentTo(t.End, agent => agent != printed.Agent) > Said.Parcels);
        LocalizedText? fault = source is null ? ("came before its process had a message from another one", "出现时，打印它的进程还没有收到别的进程发来的消息")
            : source.HasMetTheEnd ? ("came when the stream had ended, and not when the parcel did", "是在流结束之后才打印的，而不是在包裹到达时")
            : null;
        var said = Said.AfterParcel(printed, Received.Capture(printed, "parcel"), fault);
        return (source is null ? this : With(source with { Spoken = source.Received })) with { Said = said };
    }

    private LocalizedText? FaultOfTheEnd(string agent)
    {
        var ends = Incoming(agent).ToList();
        return ends.All(t => !t.HasMetTheEnd || (Said.Parcels > 0 && t.Spoken == 0)) ? ("came before its process had met the end of the stream", "出现时，打印它的进程还没有遇到流的结束")
            : Told.Contains(agent) ? ("was printed by a process that had been told how many parcels there are", "由一个事先知道包裹数目的进程打印")
            : ends.Exists(t => t.Spoken > 0 && t.Received > t.Spoken) ? ("was printed by a process that had received a message after its last parcel", "由一个在最后一个包裹之后还收到过消息的进程打印")
            : null;
    }

    private IEnumerable<Traffic> Incoming(string agent) => Traffic.Where(t => t.Agent == agent && (t.Received > 0 || t.HasMetTheEnd));

    private int SentTo(string end, Func<string, bool> by) =>
        Pipes.FirstOrDefault(p => p.Left == end || p.Right == end) is { } pipe ? Traffic.Where(t => t.End == pipe.Other(end) && by(t.Agent)).Sum(t => t.Sent) : 0;

    private Traffic Of(string agent, string end) => Traffic.FirstOrDefault(t => t.Agent == agent && t.End == end) ?? new Traffic(agent, end, 0, 0, 0, HasMetTheEnd: false);

    private Delivery With(Traffic changed) => this with
    {
        Traffic = [.. Traffic.Where(t => (t.Agent, t.End) != (changed.Agent, changed.End)).Append(changed).OrderBy(t => t.Agent, StringComparer.Ordinal).ThenBy(t => t.End, StringComparer.Ordinal)],
    };
}

/// <summary>The two ends of a pipe.</summary>
internal sealed record Ends(string Left, string Right)
{
    public string Other(string end) => end == Left ? Right : Left;
}

/// <summary>What a process has done with an end.</summary>
/// <param name="Sent">How many messages it sent there.</param>
/// <param name="Received">How many it received.</param>
/// <param name="Spoken">How many it had received when it last spoke of a parcel from there; 0 where it never did.</param>
/// <param name="HasMetTheEnd">Whether it has met the stream's end there.</param>
internal sealed record Traffic(string Agent, string End, int Sent, int Received, int Spoken, bool HasMetTheEnd);
