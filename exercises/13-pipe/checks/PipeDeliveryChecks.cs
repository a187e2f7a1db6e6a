using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.PipeDelivery;

/// <summary>What 13-pipe must hold.</summary>
public sealed class PipeDeliveryChecks() : ExerciseChecks("13-pipe")
{
    // More than fit one hand.
    private static readonly Parcels Many = new(7);

    private static readonly Parcels None = new(0);

    private static readonly Family<Parcels> Deliveries = Family.Of<Parcels>("deliveries", chance => new(chance.From(1, 4)), Many);

    private static readonly Family<Parcels> Ends = Family.Of<Parcels>("ends", chance => new(chance.From(1, 3)), Many, None);

    public override LiveRun Live { get; } = new(new Parcels(200).Scenario, TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw)
    {
        var few = draw.One("few", chance => new Parcels(chance.From(3, 4)));
        return
        [
            new Check("in-order", ("Every parcel arrives, in order, in the consumer's own process", "每个包裹都按顺序到达消费者自己的进程"), 3)
                .Each(draw.Of(Deliveries), Arrive)
                .Sampling(draw.One("larger delivery", chance => new Parcels(chance.From(9, 14))), Arrive)
                .WithHint(("Which process prints 'received 1', and which one sent that parcel?", "“received 1”由哪个进程打印？那个包裹又是哪个进程发出的？")),
            new Check("end-of-stream", ("The consumer ends at the end of the stream", "消费者在流结束时结束"), 3)
                .Each(draw.Of(Ends), (check, parcels) => check
                    .In(parcels.Scenario)
                    .AtEnd(("the consumer prints 'consumer done' once, after it met the end of the stream", "消费者遇到流的结束之后打印一次“consumer done”"), Delivery.Of(parcels), seen => seen.IsDone)
                    .ReturnsLast(Delivery.ConsumerDone))
                .WithHint(("How does a consumer that was not told how many parcels there are notice that no more will come? Who may still hold a sending end open?", "消费者不知道一共有多少包裹，怎样发觉不会再有了？谁可能还开着一个发送端？")),
            new Check("ends-closed", ("Every process closes the ends that it does not use", "每个进程都关闭自己不用的端"), 2)
                .Each([few], (check, parcels) => Arrive(check, parcels)
                    .AtEnd(("no process keeps an end open to the last that it never uses", "没有哪个进程直到结束还开着一个从未用过的端"), PipeEndsKept.Observed, kept => kept.Forgotten is null))
                .Each([None], (check, parcels) => check
                    .In(parcels.Scenario)
                    .AtEnd(("no process waits for a child with an end open that it never uses", "没有哪个进程在等待子进程时还开着一个从不使用的端"), PipeEndsKept.WhileWaiting, kept => kept.Forgotten is null))
                .WithHint(("Count the copies: which ends does each process hold once all are started, and which of them does it need?", "数一数副本：全部启动之后，每个进程手里有哪些端？其中需要的是哪些？")),
            new Check("streams", ("Parcels are received while others are yet to be sent", "还有包裹没发出时，就已经在收包裹了"), 2)
                .Each([few], (check, parcels) => Arrive(check, parcels)
                    .Sometimes(("all parcels but the last can be received, and said to be, before the last is sent", "最后一个包裹发出之前，前面的包裹都可以被收到并打印出来"), Promptness.Of(parcels), seen => seen.IsSo))
                .WithHint(("A pipe holds only so much. What happens to a producer of very large parcels if the consumer starts once all are sent? And when is a parcel spoken of?", "管道的容量有限。如果等全部发完才启动消费者，包裹又很大，生产者会怎样？每个包裹又是什么时候打印的？")),
        ];
    }

    private static Check Arrive(Check check, Parcels parcels) => check
        .In(parcels.Scenario)
        .AtEnd(($"{parcels.Counted} received: a child prints 'received 1' and so on, each line once another process's message has come", $"收到 {parcels.Count} 个包裹：由子进程依次打印“received 1”等各行，每一行都在另一个进程的消息到达之后"), Delivery.Of(parcels), seen => seen.IsComplete(parcels));
}
