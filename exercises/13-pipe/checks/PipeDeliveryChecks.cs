using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.PipeDelivery;

/// <summary>What 13-pipe must hold.</summary>
public sealed class PipeDeliveryChecks() : ExerciseChecks("13-pipe")
{
    private static readonly Scenario Three = Scenario.Of("3 parcels", "Run", 3);
    private static readonly Scenario None = Scenario.Of("no parcels", "Run", 0);

    private static readonly Observer<Streaming> Streamed = new(
        new Streaming(0, CanOverlap: false),
        (seen, happened) => happened switch
        {
            OperationCompleted { Operation: SendMessage, Outcome: not Failed } => seen with { Sent = seen.Sent + 1 },
            OperationCompleted { Operation: ReceiveMessage, Outcome: Item } => seen with { CanOverlap = seen.CanOverlap || seen.Sent < 3 },
            _ => seen,
        },
        [new OperationPattern<SendMessage>(), new OperationPattern<ReceiveMessage>()])
    { SeesAgents = false };

    public override LiveRun Live { get; } = new(Scenario.Of("200 parcels", "Run", 200), TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw) =>
    [
        new Check("in-order", "Every parcel arrives, in order, in the consumer's own process", 3)
            .In(Three)
            .AtEnd("a child prints 'received 1', 'received 2', 'received 3', each once another process's message has come", Delivery.Observed, seen => seen.IsComplete(3))
            .WithHint("Which process prints 'received 1', and which one sent that parcel?"),
        new Check("end-of-stream", "The consumer ends at the end of the stream", 3)
            .In(Three, None)
            .AtEnd("the consumer prints 'consumer done' once, after it met the end of the stream", Delivery.Observed, seen => seen.IsDone)
            .WithHint("How does a consumer that was not told how many parcels there are notice that no more will come? Who may still hold a sending end open?"),
        new Check("ends-closed", "Every process closes the ends that it does not use", 2)
            .In(Three)
            .AtEnd("3 parcels are received", Delivery.Observed, seen => seen.IsComplete(3))
            .AtEnd("no process keeps an end open to the last that it never uses", PipeEndsKept.Observed, kept => kept.Forgotten is null)
            .WithHint("Count the copies: which ends does each process hold once all are started, and which of them does it need?"),
        new Check("streams", "Parcels are received while others are yet to be sent", 2)
            .In(Three)
            .AtEnd("3 parcels are received", Delivery.Observed, seen => seen.IsComplete(3))
            .Sometimes("the first parcel can be received before the last is sent", Streamed, seen => seen.CanOverlap)
            .WithHint("A pipe holds only so much. What happens to a producer of very large parcels if the consumer starts once all are sent?"),
    ];

    private sealed record Streaming(int Sent, bool CanOverlap)
    {
        public override string ToString() => CanOverlap ? "one was" : "all parcels had been sent when the first was received";
    }
}
