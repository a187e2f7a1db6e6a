using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.PipeDelivery;

/// <summary>What was sent and received, and what was said of it.</summary>
/// <param name="Traffic">What each process sent and received, in order of their names.</param>
/// <param name="Consumer">The process that speaks of parcels; null before its first line.</param>
/// <param name="Said">How many parcels it said it received.</param>
/// <param name="Dones">How often it said that it is done.</param>
/// <param name="Fault">The first parcel out of place, in words; null while there is none.</param>
/// <param name="EndFault">What is wrong with the end, in words; null while nothing is.</param>
internal sealed record Delivery(EquatableArray<Messages> Traffic, string? Consumer, int Said, int Dones, string? Fault, string? EndFault)
{
    private static readonly LinePattern Received = LinePattern.Like("received {parcel}");
    private static readonly LinePattern ConsumerDone = LinePattern.Like("consumer done");

    public static Observer<Delivery> Observed { get; } = new(
        new Delivery([], null, 0, 0, null, null),
        (seen, happened) => seen.After(happened),
        [Received, ConsumerDone, new OperationPattern<SendMessage>(), new OperationPattern<ReceiveMessage>()]);

    /// <summary>Whether the consumer met the end and said so, once.</summary>
    public bool IsDone => EndFault is null && Dones == 1;

    /// <summary>Whether all of so many parcels were received.</summary>
    public bool IsComplete(int parcels) => Fault is null && Said == parcels;

    public override string ToString() => Fault ?? EndFault ?? $"{Said} parcels were received, and 'consumer done' was printed {Dones} times";

    private Delivery After(KernelEvent happened) => happened switch
    {
        OperationCompleted { Operation: SendMessage, Outcome: not Failed } => With(Of(happened.Agent) with { Sent = Of(happened.Agent).Sent + 1 }),
        OperationCompleted { Outcome: Item } => With(Of(happened.Agent) with { Received = Of(happened.Agent).Received + 1 }),
        OperationCompleted { Outcome: Failed { Kind: FailureKind.EndOfStream } } => With(Of(happened.Agent) with { HasMetTheEnd = true }),
        LinePrinted printed when ConsumerDone.Matches(printed) => AfterDone(printed),
        LinePrinted printed => AfterParcel(printed),
        _ => this,
    };

    private Delivery AfterDone(LinePrinted printed)
    {
        var fault = StrangerIn(printed) ?? (Of(printed.Agent).HasMetTheEnd ? null : "came before its process had met the end of the stream");
        return this with { Consumer = Consumer ?? printed.Agent, Dones = Dones + 1, EndFault = EndFault ?? Quoted(printed, fault) };
    }

    private Delivery AfterParcel(LinePrinted printed)
    {
        var sentByOthers = Traffic.Sum(m => m.Agent == printed.Agent ? 0 : m.Sent);
        var fault = StrangerIn(printed)
            ?? (Received.Capture(printed, "parcel") != $"{Said + 1}" ? $"came where 'received {Said + 1}' was due"
            : Of(printed.Agent).Received <= Said || sentByOthers <= Said ? "came before its process had a message from another one"
            : Dones > 0 ? "came after 'consumer done'"
            : null);
        return this with { Consumer = Consumer ?? printed.Agent, Said = Said + 1, Fault = Fault ?? Quoted(printed, fault) };
    }

    private string? StrangerIn(LinePrinted printed) =>
        printed.Agent == Names.Root ? "was printed by the parent"
        : printed.Agent != (Consumer ?? printed.Agent) ? "was printed by another child than the lines before"
        : null;

    private static string? Quoted(LinePrinted printed, string? fault) => fault is null ? null : $"'{printed.Line}' {fault}";

    private Messages Of(string agent) => Traffic.FirstOrDefault(m => m.Agent == agent) ?? new Messages(agent, 0, 0, HasMetTheEnd: false);

    private Delivery With(Messages changed) =>
        this with { Traffic = [.. Traffic.Where(m => m.Agent != changed.Agent).Append(changed).OrderBy(m => m.Agent, StringComparer.Ordinal)] };
}

/// <summary>What a process has sent and received.</summary>
internal sealed record Messages(string Agent, int Sent, int Received, bool HasMetTheEnd);
