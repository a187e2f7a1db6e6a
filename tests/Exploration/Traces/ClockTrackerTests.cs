using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;
using ExerciseKit.Tests.Kernel.Driving;

namespace ExerciseKit.Tests.Exploration.Traces;

/// <summary>What one process does through a primitive before another meets it happened before all that this one does from then on.</summary>
public sealed class ClockTrackerTests
{
    private static readonly WriteConsole First = new(ConsoleStream.Out, "first\n");
    private static readonly WriteConsole Then = new(ConsoleStream.Out, "then\n");

    [TestCase(true)]
    [TestCase(false)]
    public void A_permit_orders_who_takes_it_after_who_gave_it(bool isTaken) => Orders(
        isTaken,
        k => k.Do("0", new CreateSemaphore(".~0", 0, null)),
        k => k.Do("0.0", new ReleaseSemaphore("0~0")),
        k => k.Do("0.1", isTaken ? new AcquireSemaphore("0~0", null) : new DrawSeed()));

    [TestCase(true)]
    [TestCase(false)]
    public void An_event_orders_who_waited_for_it_after_who_set_it(bool isAwaited) => Orders(
        isAwaited,
        k => k.Do("0", new CreateEvent(".~0")),
        k => k.Do("0.0", isAwaited ? new SetEvent("0~0") : new ResetEvent("0~0")),
        k => k.Do("0.1", new AwaitEvent("0~0", TimeSpan.Zero)));

    [TestCase(true)]
    [TestCase(false)]
    public void An_event_orders_who_saw_it_set_after_who_set_it(bool isSet) => Orders(
        isSet,
        k => k.Do("0", new CreateEvent(".~0")),
        k => k.Do("0.0", isSet ? new SetEvent("0~0") : new ResetEvent("0~0")),
        k => k.Do("0.1", new QueryEvent("0~0")));

    [Test]
    public void A_reentrant_lock_orders_its_next_owner_after_the_last() => Orders(
        true,
        k =>
        {
            k.Do("0", new CreateReentrantLock(".~0"));
            k.Do("0.0", new AcquireReentrantLock("0~0", null));
        },
        k => k.Do("0.0", new ReleaseReentrantLock("0~0")),
        k => k.Do("0.1", new AcquireReentrantLock("0~0", null)));

    [TestCase(true)]
    [TestCase(false)]
    public void A_notification_orders_who_was_woken_after_who_gave_it(bool isWoken) => Orders(
        isWoken,
        k =>
        {
            // Two locks, so that only the notification can order.
            k.Do("0", new CreateLock(".~0"));
            k.Do("0", new CreateCondition(".~1", ".~0"));
            k.Do("0.1", new AcquireLock("0~0", null));
            k.Do("0.1", new BeginWait("0~1", "0~0"));
            k.Do("0.0", new AcquireLock("0~0", null));
        },
        k => k.Do("0.0", new NotifyWaiters("0~1", "0~0", isWoken ? 1 : 0)),
        k => k.Do("0.1", new AwaitNotification("0~1", TimeSpan.Zero)));

    [Test]
    public void A_wait_gives_the_lock_to_its_next_holder() => Orders(
        true,
        k =>
        {
            k.Do("0", new CreateLock(".~0"));
            k.Do("0", new CreateCondition(".~1", ".~0"));
            k.Do("0.0", new AcquireLock("0~0", null));
        },
        k => k.Do("0.0", new BeginWait("0~1", "0~0")),
        k => k.Do("0.1", new AcquireLock("0~0", null)));

    [Test]
    public void Who_takes_the_lock_again_after_a_wait_comes_after_who_released_it() => Orders(
        true,
        k =>
        {
            k.Do("0", new CreateLock(".~0"));
            k.Do("0", new CreateCondition(".~1", ".~0"));
            k.Do("0.1", new AcquireLock("0~0", null));
            k.Do("0.1", new BeginWait("0~1", "0~0"));
            k.Do("0.1", new AwaitNotification("0~1", TimeSpan.Zero));
            k.Do("0.0", new AcquireLock("0~0", null));
        },
        k => k.Do("0.0", new ReleaseLock("0~0")),
        k => k.Do("0.1", new ReacquireLock("0~0", 1)));

    [Test]
    public void A_barrier_orders_who_passes_after_all_who_have_arrived() => Orders(
        true,
        k =>
        {
            k.Do("0", new CreateBarrier(".~0", 2));
            k.Do("0.1", new ArriveAtBarrier("0~0"));
        },
        k => k.Do("0.0", new ArriveAtBarrier("0~0")),
        k => k.Do("0.1", new PassBarrier("0~0")));

    /// <summary>The first child prints and publishes, the second meets that and prints.</summary>
    private static void Orders(bool expected, Action<ByHand> prepare, Action<ByHand> publish, Action<ByHand> meet)
    {
        var kernel = new ByHand();
        kernel.Do("0", ByHand.StartOf(".0"));
        kernel.Do("0", ByHand.StartOf(".1"));
        prepare(kernel);
        kernel.Do("0.0", First);
        publish(kernel);
        meet(kernel);
        kernel.Do("0.1", Then);

        var tracker = new ClockTracker();
        var clocks = kernel.Events.Select(e => (Event: e, Clock: tracker.At(e))).ToList();
        var first = clocks.Single(c => c.Event is OperationCompleted { Operation: var o } && o == First).Clock;
        var then = clocks.Single(c => c.Event is OperationCompleted { Operation: var o } && o == Then).Clock;
        Assert.That(first.HappenedBefore(then, "0.0"), Is.EqualTo(expected));
    }
}
