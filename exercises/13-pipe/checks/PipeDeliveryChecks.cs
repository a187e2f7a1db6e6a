using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.PipeDelivery;

/// <summary>What 13-pipe must hold.</summary>
public sealed class PipeDeliveryChecks() : ExerciseChecks("13-pipe")
{
    // More than fit one hand.
    private static readonly Parcels Many = new(7);

    private static readonly Family<Parcels> Deliveries = Family.Of<Parcels>("deliveries", chance => new(chance.From(1, 4)), Many);

    private static readonly Family<Parcels> Ends = Family.Of<Parcels>("ends", chance => new(chance.From(1, 3)), Many, new Parcels(0));

    public override LiveRun Live { get; } = new(new Parcels(200).Scenario, TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw)
    {
        var few = draw.One("few", chance => new Parcels(chance.From(3, 4)));
        return
        [
            new Check("in-order", "Every parcel arrives, in order, in the consumer's own process", 3)
                .Each(draw.Of(Deliveries), Arrive)
                .Sampling(draw.One("larger delivery", chance => new Parcels(chance.From(9, 14))), Arrive)
                .WithHint("Which process prints 'received 1', and which one sent that parcel?"),
            new Check("end-of-stream", "The consumer ends at the end of the stream", 3)
                .Each(draw.Of(Ends), (check, parcels) => check
                    .In(parcels.Scenario)
                    .AtEnd("the consumer prints 'consumer done' once, after it met the end of the stream", Delivery.Of(parcels), seen => seen.IsDone))
                .WithHint("How does a consumer that was not told how many parcels there are notice that no more will come? Who may still hold a sending end open?"),
            new Check("ends-closed", "Every process closes the ends that it does not use", 2)
                .Each([few], (check, parcels) => Arrive(check, parcels)
                    .AtEnd("no process keeps an end open to the last that it never uses", PipeEndsKept.Observed, kept => kept.Forgotten is null))
                .WithHint("Count the copies: which ends does each process hold once all are started, and which of them does it need?"),
            new Check("streams", "Parcels are received while others are yet to be sent", 2)
                .Each([few], (check, parcels) => Arrive(check, parcels)
                    .Sometimes("the first parcel can be received, and said to be, before the last is sent", Delivery.Of(parcels), seen => seen.IsUnderway(parcels)))
                .WithHint("A pipe holds only so much. What happens to a producer of very large parcels if the consumer starts once all are sent? And when is a parcel spoken of?"),
        ];
    }

    private static Check Arrive(Check check, Parcels parcels) => check
        .In(parcels.Scenario)
        .AtEnd($"{parcels.Counted} received: a child prints 'received 1' and so on, each line once another process's message has come", Delivery.Of(parcels), seen => seen.IsComplete(parcels));
}
