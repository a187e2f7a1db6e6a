using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;
using ExerciseKit.Tests.Kernel.Driving;

namespace ExerciseKit.Tests.Kernel.Pipes;

public sealed class PipeTests
{
    private const string Reader = "0~0";
    private const string Writer = "0~1";

    [Test]
    public void A_start_gives_the_child_a_copy_and_takes_none_from_the_parent()
    {
        var kernel = OneWay();
        Start(kernel, ".0", Writer);
        kernel.Do("0.0", new CloseConnection(Writer));
        kernel.Submit("0", new ReceiveMessage(Reader, IsBytes: false, null));
        Assert.That(kernel.Choices, Does.Not.Contain(new Choice("0", ChoiceKind.Complete)), "the parent still has a copy");
        Assert.That(KernelRules.Blocked(kernel.State).Single().HeldBy, Is.EqualTo(new[] { "0" }));
    }

    [Test]
    public void The_stream_ends_with_the_last_copy_whatever_became_of_its_holders()
    {
        var kernel = OneWay();
        Start(kernel, ".0", Writer);
        Start(kernel, ".1", Writer);
        Start(kernel, ".2", Writer);
        kernel.Do("0", new CloseConnection(Writer));
        kernel.Do("0", new KillProcess(".1"));
        kernel.Submit("0", new ReceiveMessage(Reader, IsBytes: false, null));
        kernel.Do("0.0", new CloseConnection(Writer));
        kernel.Step("0.1", ChoiceKind.Die);
        Assert.That(kernel.Choices, Is.Empty, "0.2 still has a copy");
        kernel.Do("0.2", new EndProcess(Ending.Threw, 1, Crash: new Crash("E", "m", "", CallSite.Unknown)));
        Assert.That(kernel.Step("0"), Is.InstanceOf<Failed>().With.Property(nameof(Failed.Kind)).EqualTo(FailureKind.EndOfStream));
    }

    [Test]
    public void What_is_left_is_received_before_the_end_of_the_stream()
    {
        var kernel = OneWay();
        kernel.Do("0", Text(Writer, "last"));
        kernel.Do("0", new CloseConnection(Writer));
        Assert.That(kernel.Do("0", new ReceiveMessage(Reader, IsBytes: false, null)), Is.InstanceOf<Item>());
        Assert.That(kernel.Do("0", new ReceiveMessage(Reader, IsBytes: false, null)), Is.InstanceOf<Failed>());
    }

    [Test]
    public void An_end_in_a_message_that_nobody_can_receive_any_more_is_closed()
    {
        var kernel = OneWay();
        kernel.Do("0", new CreatePipe(".~2", ".~3", IsDuplex: true));
        kernel.Do("0", new SendMessage(".~2", Carrying(Writer), null));
        kernel.Do("0", new CloseConnection(Writer));
        Assert.That(kernel.Do("0", new PollConnection(Reader, TimeSpan.Zero)), Is.EqualTo(Flag.False), "the copy under way counts");
        kernel.Do("0", new CloseConnection(".~3"));
        Assert.That(kernel.Do("0", new PollConnection(Reader, TimeSpan.Zero)), Is.EqualTo(Flag.True));
    }

    [Test]
    public void Ends_that_only_lie_in_each_others_messages_are_closed()
    {
        var kernel = OneWay();
        kernel.Do("0", new CreatePipe(".~2", ".~3", IsDuplex: true));
        kernel.Do("0", new CreatePipe(".~4", ".~5", IsDuplex: true));
        kernel.Do("0", new SendMessage(".~2", Carrying(".~5", Writer), null));
        kernel.Do("0", new SendMessage(".~4", Carrying(".~3"), null));
        foreach (var end in (string[])[".~3", ".~5", Writer])
            kernel.Do("0", new CloseConnection(end));
        Assert.That(kernel.Do("0", new ReceiveMessage(Reader, IsBytes: false, null)), Is.InstanceOf<Failed>());
        Assert.That(kernel.Do("0", Text(".~2", "x")), Is.InstanceOf<Failed>().With.Property(nameof(Failed.Kind)).EqualTo(FailureKind.InputOutput));
    }

    [Test]
    public void A_closed_end_can_be_given_to_nobody()
    {
        var kernel = OneWay();
        kernel.Do("0", new CreateQueue(".~2", 1, IsJoinable: false));
        kernel.Do("0", new PutItem(".~2", Payload.Null, null));
        kernel.Do("0", new CloseConnection(Writer));
        var given = Payload.Null with { Handles = [new Handle(Handle.Connection, Writer)] };
        Assert.That(kernel.Do("0", ByHand.StartOf(".0") with { Arguments = given }), Is.InstanceOf<Failed>().With.Property(nameof(Failed.Kind)).EqualTo(FailureKind.Disposed));
        Assert.That(kernel.State.Agents["0.0"], Is.Null);
        Assert.That(kernel.Do("0", new PutItem(".~2", given, null)), Is.InstanceOf<Failed>().With.Property(nameof(Failed.Kind)).EqualTo(FailureKind.Disposed), "it fails at once, though the queue is full");
    }

    [Test]
    public void Who_closed_and_was_handed_the_end_again_may_use_it_again()
    {
        var kernel = OneWay();
        kernel.Do("0", new CreateQueue(".~2", null, IsJoinable: false));
        kernel.Do("0", new PutItem(".~2", Carrying(Writer), null));
        kernel.Do("0", new CloseConnection(Writer));
        kernel.Do("0", new GetItem(".~2", null));
        Assert.That(kernel.Do("0", Text(Writer, "x")), Is.EqualTo(Done.Instance));
    }

    [Test]
    public void A_poll_with_patience_gives_up_exactly_when_its_time_is_over()
    {
        var kernel = OneWay();
        kernel.Submit("0", new PollConnection(Reader, TimeSpan.FromSeconds(2)));
        Assert.That(kernel.Step("0", ChoiceKind.TimeOut), Is.EqualTo(Flag.False));
        Assert.That(kernel.State.Now, Is.EqualTo(TimeSpan.FromSeconds(2)));
    }

    [Test]
    public void States_do_not_remember_who_has_had_a_copy()
    {
        var (first, second) = (OneWay(), OneWay());
        first.Do("0", Text(Writer, "x"));
        second.Do("0", new SendMessage(Writer, Carrying(Reader), null));
        second.Do("0", Text(Writer, "x"));
        second.Do("0", new ReceiveMessage(Reader, IsBytes: false, null));
        Assert.That(second.State.Objects, Is.EqualTo(first.State.Objects));
    }

    private static ByHand OneWay()
    {
        var kernel = new ByHand();
        kernel.Do("0", new CreatePipe(".~0", ".~1", IsDuplex: false));
        return kernel;
    }

    private static void Start(ByHand kernel, string child, string end) =>
        kernel.Do("0", ByHand.StartOf(child) with { Arguments = Payload.Null with { Handles = [new Handle(Handle.Connection, end)] } });

    private static SendMessage Text(string end, string text) => new(end, new Payload($"\"{text}\"", []), null);

    private static Payload Carrying(params string[] ends) => Payload.Null with { Handles = [.. ends.Select(e => new Handle(Handle.Connection, e))] };
}
