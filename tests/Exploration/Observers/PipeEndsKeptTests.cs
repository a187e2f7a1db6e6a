using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Tests.Exploration.Observers;

public sealed class PipeEndsKeptTests
{
    private const string Child = "0.0";
    private const string Left = "0~0";
    private const string Right = "0~1";

    [Test]
    public void A_process_that_closes_or_uses_its_ends_has_forgotten_none() => Assert.That(
        Forgotten(
            Did(Names.Root, new CreatePipe(Left, Right, IsDuplex: false)),
            GaveRightToChild(),
            Did(Names.Root, new CloseConnection(Right)),
            Did(Child, new SendMessage(Right, Payload.Null, null)),
            Leaves(Child),
            Did(Names.Root, new ReceiveMessage(Left, IsBytes: false, null), new Item(Payload.Null)),
            Leaves(Names.Root)),
        Is.Null);

    [Test]
    public void An_end_that_its_maker_gave_away_and_never_closed_is_told() => Assert.That(
        Forgotten(
            Did(Names.Root, new CreatePipe(Left, Right, IsDuplex: false)),
            GaveRightToChild(),
            Did(Child, new CloseConnection(Right)),
            Leaves(Child),
            Did(Names.Root, new CloseConnection(Left)),
            Leaves(Names.Root)),
        Is.EqualTo("the parent kept the right end open to the last, and never used it"));

    [Test]
    public void So_is_one_that_came_in_a_queue_s_item() => Assert.That(
        Forgotten(
            Did(Names.Root, new CreatePipe(Left, Right, IsDuplex: false)),
            Did(Child, new GetItem("0~2", null), new Item(new Payload("", [new Handle(Handle.Connection, Left)]))),
            Leaves(Child)),
        Is.EqualTo("child 1 kept the left end open to the last, and never used it"));

    [Test]
    public void An_end_that_was_open_while_its_process_waited_for_a_child_is_told_when_it_is_closed_unused() => Assert.That(
        KeptWaiting(
            Did(Names.Root, new CreatePipe(Left, Right, IsDuplex: false)),
            GaveRightToChild(),
            Did(Names.Root, new CloseConnection(Right)),
            Joined(Child),
            Did(Names.Root, new CloseConnection(Left)),
            Leaves(Names.Root)),
        Is.EqualTo("the parent kept the left end open while it waited for a child, and never used it"));

    [Test]
    public void One_that_is_used_after_the_wait_or_left_to_a_process_s_own_end_is_not() => Assert.That(
        KeptWaiting(
            Did(Names.Root, new CreatePipe(Left, Right, IsDuplex: false)),
            GaveRightToChild(),
            Did(Names.Root, new CloseConnection(Right)),
            Leaves(Child),
            Joined(Child),
            Did(Names.Root, new ReceiveMessage(Left, IsBytes: false, null), new Item(Payload.Null)),
            Leaves(Names.Root)),
        Is.Null);

    private static string? Forgotten(params KernelEvent[] events) => After(PipeEndsKept.Observed, events);

    private static string? KeptWaiting(params KernelEvent[] events) => After(PipeEndsKept.WhileWaiting, events);

    private static string? After(Observer<PipeEndsKept> observer, KernelEvent[] events)
    {
        var value = observer.Start;
        foreach (var happened in events)
            value = observer.After(value, happened);
        return ((PipeEndsKept)value).Forgotten?.En;
    }

    private static OperationCompleted Joined(string child) => Did(Names.Root, new JoinProcess(child, Patience: null), Flag.True);

    private static OperationCompleted GaveRightToChild() =>
        Did(Names.Root, new StartProcess(Child, null, null, new Target("Delivery", "Produce", "*"), new Payload("[]", [new Handle(Handle.Connection, Right)])));

    private static OperationCompleted Did(string agent, Operation operation, Outcome? outcome = null) =>
        new(agent, TimeSpan.Zero, CallSite.Unknown, operation, outcome ?? Done.Instance, TimedOut: false);

    private static ProcessLeaving Leaves(string agent) => new(agent, TimeSpan.Zero, CallSite.Unknown, new EndProcess(Ending.Returned, 0));
}
