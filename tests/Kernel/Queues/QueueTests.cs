using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;
using ExerciseKit.Tests.Kernel.Driving;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Kernel.Queues;

public sealed class QueueTests
{
    private const string Name = "0~0";

    [Test]
    public void A_get_with_patience_gives_up_exactly_when_its_time_is_over() =>
        Assert.That(
            InKernel.PrintoutOf(new MakeQueue(Name, null, IsJoinable: false), new Get(Name, 2), new PrintLast(), new LookAtClock(), new PrintLast()),
            Is.EqualTo("0: No 0: Number 2"));

    [Test]
    public void A_put_with_patience_into_a_full_queue_gives_up_exactly_when_its_time_is_over() =>
        Assert.That(
            InKernel.PrintoutOf(new MakeQueue(Name, 1, IsJoinable: false), new Put(Name, "x"), new Put(Name, "y", 3), new PrintLast(), new LookAtClock(), new PrintLast(), new CountItems(Name), new PrintLast()),
            Is.EqualTo("0: No 0: Number 3 0: Number 1"));

    [Test]
    public void A_put_with_patience_goes_through_when_a_slot_comes_free_in_time() =>
        Assert.That(
            InKernel.PrintoutsOf(SmallProgram.Of(
                ("0", ProcessText.Of(new MakeQueue(Name, 1, IsJoinable: false), new Put(Name, "x"), new Start("0.0"), new Pause(1), new Get(Name))),
                ("0.0", ProcessText.Of(new Put(Name, "y", 2), new PrintLast(), new LookAtClock(), new PrintLast())))),
            Is.EqualTo(new[] { "0.0: Yes 0.0: Number 1" }));

    [Test]
    public void Who_of_two_waiting_takers_gets_an_item_is_open() =>
        Assert.That(
            InKernel.PrintoutsOf(SmallProgram.Of(
                ("0", ProcessText.Of(new MakeQueue(Name, null, IsJoinable: false), new Start("0.0"), new Start("0.1"), new Pause(1), new Put(Name, "x"))),
                ("0.0", ProcessText.Daemon(new Get(Name), new PrintLast())),
                ("0.1", ProcessText.Daemon(new Get(Name), new PrintLast())))),
            Is.SupersetOf(new[] { "0.0: Text x", "0.1: Text x" }));

    [Test]
    public void Where_nobody_counts_them_tasks_can_be_neither_done_nor_joined() =>
        Assert.That(
            InKernel.PrintoutOf(new MakeQueue(Name, null, IsJoinable: false), new FinishOne(Name), new PrintLast(), new JoinItems(Name), new PrintLast()),
            Is.EqualTo("0: Misuse 0: Misuse"));

    [Test]
    public void Two_orders_that_leave_the_same_items_leave_the_same_state()
    {
        var (first, second) = (new ByHand(), new ByHand());
        first.Do("0", new CreateQueue(".~0", null, IsJoinable: false));
        second.Do("0", new CreateQueue(".~0", null, IsJoinable: false));
        foreach (var letter in (string[])["a", "b"])
            first.Do("0", PutOf(letter));
        second.Do("0", PutOf("c"));
        second.Do("0", PutOf("a"));
        second.Do("0", new GetItem(".~0", null));
        second.Do("0", PutOf("b"));
        Assert.That(second.State.Objects, Is.EqualTo(first.State.Objects));
        Assert.That(second.State.Objects.GetHashCode(), Is.EqualTo(first.State.Objects.GetHashCode()));
    }

    [TestCase(0, false)]
    [TestCase(2, false)]
    [TestCase(3, true)]
    [TestCase(null, true)]
    public void A_process_ends_before_its_item_is_taken_only_if_the_buffer_has_room_for_it(int? buffer, bool ends)
    {
        var program = SmallProgram.Of(
            ("0", ProcessText.Of(new MakeQueue(Name, null, IsJoinable: false), new Start("0.0"), new Join("0.0"), new Get(Name), new PrintLast())),
            ("0.0", ProcessText.Of(new Put(Name, "x")))) with
        { QueueBuffer = buffer };
        foreach (var tier in Enum.GetValues<Tier>())
            Assert.That(InKernel.EndsOf(program, tier).Select(e => e.IsDeadlock), Is.EqualTo(new[] { !ends }));
    }

    [Test]
    public void Who_waits_for_its_items_to_be_taken_says_so()
    {
        var kernel = WithHeldItem();
        kernel.Submit("0", new JoinProcess(".0", null));
        Assert.That(KernelRules.IsDeadlocked(kernel.State));
        Assert.That(KernelRules.Blocked(kernel.State).Single(w => w.Agent == "0.0").For.En, Is.EqualTo("its items in the queue to be taken"));
    }

    [Test]
    public void A_held_item_is_there_for_others_and_lets_its_holder_end_once_it_is_taken()
    {
        var kernel = WithHeldItem();
        Assert.That(kernel.Do("0", new GetItem(".~0", null)), Is.EqualTo(new Item(new Payload("\"x\"", []))));
        kernel.Step("0.0");
        Assert.That(kernel.State.Agents["0.0"]!.ExitCode, Is.Zero);
    }

    [Test]
    public void What_a_killed_process_still_held_is_lost_and_what_the_buffer_held_is_not()
    {
        var kernel = WithHeldItem(buffer: 3, before: "y");
        kernel.Do("0", new KillProcess(".0"));
        kernel.Step("0.0", ChoiceKind.Die);
        Assert.That(kernel.Do("0", new QueryQueueCount(".~0")), Is.EqualTo(new Number(1)));
        Assert.That(kernel.Do("0", new GetItem(".~0", null)), Is.EqualTo(new Item(new Payload("\"y\"", []))));
    }

    private static ByHand WithHeldItem(int buffer = 0, string? before = null)
    {
        var kernel = new ByHand(new KernelSettings(Timing.Strict) { QueueBuffer = buffer });
        kernel.Do("0", new CreateQueue(".~0", null, IsJoinable: false));
        kernel.Do("0", ByHand.StartOf(".0"));
        if (before is not null)
            kernel.Do("0.0", PutOf(before));
        kernel.Do("0.0", PutOf("x"));
        kernel.Do("0.0", new EndProcess(Ending.Returned, 0));
        Assert.That(kernel.State.Agents["0.0"]!.IsAlive, "it still holds an item");
        return kernel;
    }

    private static PutItem PutOf(string letter) => new("0~0", new Payload($"\"{letter}\"", []), null);
}
