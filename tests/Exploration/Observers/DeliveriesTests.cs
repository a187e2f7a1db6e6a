using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Tests.Exploration.Observers;

public sealed class DeliveriesTests
{
    private const string Child = "0.0";

    [Test]
    public void An_item_is_delivered_by_who_put_it_first_to_who_took_it()
    {
        var seen = After(Put("0~0", "\"one\"", Names.Root), Put("0~1", "\"two\"", Child), Put("0~0", "\"three\"", Child), Get("0~0", Child), Get("0~1", Names.Root));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(seen.Made, Is.EquivalentTo([new Delivery("\"one\"", Names.Root, Child), new Delivery("\"two\"", Child, Names.Root)]));
            Assert.That(seen.Underway.Single().Item, Is.EqualTo("\"three\""));
            Assert.That(seen.HasOwn, Is.False);
            Assert.That(seen.Has("two", from => from == Child, to => to == Names.Root), Is.True);
            Assert.That(seen.Describe().En, Is.EqualTo("through queues went \"one\" from the parent to child 1, \"two\" from child 1 to the parent"));
        }
    }

    [Test]
    public void Who_takes_what_it_put_itself_is_told() =>
        Assert.That(After(Put("0~0", "1", Child), Get("0~0", Child)).Describe().En, Is.EqualTo("through queues went 1 from child 1 to itself"));

    [Test]
    public void What_was_not_put_or_not_taken_is_not_delivered()
    {
        var seen = After(Put("0~0", "1", Child, isPut: false), new OperationCompleted(Names.Root, TimeSpan.Zero, CallSite.Unknown, new GetItem("0~0", TimeSpan.Zero), Flag.False, TimedOut: true));

        Assert.That(seen, Is.EqualTo(Observe.Deliveries.Start));
        Assert.That(seen.Describe().En, Is.EqualTo("nothing went through a queue"));
    }

    private static Deliveries After(params KernelEvent[] events) =>
        (Deliveries)events.Aggregate(Observe.Deliveries.Start, Observe.Deliveries.After);

    private static OperationCompleted Put(string queue, string item, string agent, bool isPut = true) =>
        new(agent, TimeSpan.Zero, CallSite.Unknown, new PutItem(queue, new Payload(item, []), null), isPut ? Flag.True : Flag.False, TimedOut: false);

    private static OperationCompleted Get(string queue, string agent) =>
        new(agent, TimeSpan.Zero, CallSite.Unknown, new GetItem(queue, null), new Item(Payload.Null), TimedOut: false);
}
