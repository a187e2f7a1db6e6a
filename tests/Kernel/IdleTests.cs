using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel.Rules;
using ExerciseKit.Tests.Kernel.Driving;

namespace ExerciseKit.Tests.Kernel;

public sealed class IdleTests
{
    private static readonly Failed Refused = new(FailureKind.InvalidOperation, "no");

    [Test]
    public void What_is_taken_is_given_back_by_its_release()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(KernelRules.Taken(new AcquireLock("l", null), Flag.True), Is.EqualTo(("l", 1)));
            Assert.That(KernelRules.Taken(new ReleaseLock("l"), Done.Instance), Is.EqualTo(("l", -1)));
            Assert.That(KernelRules.Taken(new AcquireReentrantLock("r", null), Flag.True), Is.EqualTo(("r", 1)));
            Assert.That(KernelRules.Taken(new ReleaseReentrantLock("r"), Done.Instance), Is.EqualTo(("r", -1)));
            Assert.That(KernelRules.Taken(new AcquireSemaphore("s", null), Flag.True), Is.EqualTo(("s", 1)));
            Assert.That(KernelRules.Taken(new ReleaseSemaphore("s"), Done.Instance), Is.EqualTo(("s", -1)));
        }
    }

    [Test]
    public void A_wait_gives_the_lock_s_whole_depth_back_and_takes_it_again()
    {
        Assert.That(KernelRules.Taken(new BeginWait("c", "r"), new Number(2)), Is.EqualTo(("r", -2)));
        Assert.That(KernelRules.Taken(new ReacquireLock("r", 2), Done.Instance), Is.EqualTo(("r", 2)));
    }

    [Test]
    public void A_try_that_fails_takes_nothing_and_leaves_everything_as_it_was()
    {
        Operation[] tries = [new AcquireLock("l", TimeSpan.Zero), new AcquireReentrantLock("l", TimeSpan.Zero), new AcquireSemaphore("l", TimeSpan.Zero), new PutItem("l", Payload.Null, TimeSpan.Zero), new GetItem("l", TimeSpan.Zero), new AwaitTask("l", [1], TimeSpan.Zero), new AwaitNotification("l", TimeSpan.Zero)];
        Assert.That(tries.Where(t => KernelRules.Taken(t, Flag.False) is not null), Is.Empty);
        Assert.That(tries.Where(t => !KernelRules.IsIdle(t, Flag.False)), Is.Empty);
        Assert.That(tries.Where(t => KernelRules.IsIdle(t, Flag.True)), Is.Empty);
    }

    [Test]
    public void A_refused_release_changes_nothing()
    {
        Operation[] releases = [new ReleaseLock("l"), new ReleaseReentrantLock("l"), new ReleaseSemaphore("l")];
        Assert.That(releases.Where(r => KernelRules.Taken(r, Refused) is not null || !KernelRules.IsIdle(r, Refused)), Is.Empty);
    }

    [Test]
    public void Questions_sleeps_and_lines_change_nothing_and_writes_do()
    {
        Operation[] idle = [new Sleep(TimeSpan.FromSeconds(1)), new WriteConsole(ConsoleStream.Out, "x"), new Identify(), new ReadFile("f"), new QueryAlive(".0"), new QueryQueueEmpty("q")];
        Operation[] busy = [new AppendFile("f", "x"), new SetEvent("e"), ByHand.StartOf(".0"), new CreateLock("l")];
        Assert.That(idle.Where(o => !KernelRules.IsIdle(o, Done.Instance)), Is.Empty);
        Assert.That(busy.Where(o => KernelRules.IsIdle(o, Done.Instance)), Is.Empty);
    }

    [Test]
    public void A_receive_that_meets_the_end_changes_nothing_and_one_with_a_message_does()
    {
        var receive = new ReceiveMessage("p", IsBytes: false, null);
        Assert.That(KernelRules.IsIdle(receive, new Failed(FailureKind.EndOfStream, "end")), Is.True);
        Assert.That(KernelRules.IsIdle(receive, new Item(Payload.Null)), Is.False);
    }
}
