using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;
using ExerciseKit.Tests.Kernel.Driving;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Exploration.Traces;

/// <summary>Which events of one trace are ordered by queues and pipes, and which only came later by luck.</summary>
public sealed class ChannelClocksTests
{
    private const string Queue = "0~0";
    private const string Left = "0~0";
    private const string Right = "0~1";

    private static readonly MakePipe OneWay = new(Left, Right, IsDuplex: false);

    [Test]
    public void A_put_comes_before_the_get_of_that_item_and_not_of_another() =>
        Assert.Multiple(() =>
        {
            Assert.That(AreOrdered([new MakeQueue(Queue, null, false), new Put(Queue, "b")], [new Get(Queue)]), Is.True);
            Assert.That(AreOrdered([new MakeQueue(Queue, null, false), new Put(Queue, "b")], [new Get(Queue)], before: [new Put(Queue, "a")]), Is.False);
        });

    [Test]
    public void A_get_comes_before_the_put_that_takes_its_slot_and_not_before_others() =>
        Assert.Multiple(() =>
        {
            Assert.That(AreOrdered([new MakeQueue(Queue, 1, false), new Put(Queue, "a"), new Get(Queue)], [new Put(Queue, "b")]), Is.True);
            Assert.That(AreOrdered([new MakeQueue(Queue, 2, false), new Put(Queue, "a"), new Get(Queue)], [new Put(Queue, "b")]), Is.False);
        });

    [Test]
    public void Task_done_comes_before_join() =>
        Assert.That(AreOrdered([new MakeQueue(Queue, null, true), new Put(Queue, "a"), new FinishOne(Queue)], [new JoinItems(Queue)]), Is.True);

    [Test]
    public void What_a_look_shows_came_before_it() =>
        Assert.That(AreOrdered([new MakeQueue(Queue, null, false), new Put(Queue, "a")], [new CountItems(Queue)]), Is.True);

    [Test]
    public void A_send_comes_before_the_receive_of_that_message_and_not_of_another() =>
        Assert.Multiple(() =>
        {
            Assert.That(AreOrdered([OneWay, new Send(Right, "b")], [new Receive(Left)]), Is.True);
            Assert.That(AreOrdered([OneWay, new Send(Right, "b")], [new Receive(Left)], before: [new Send(Right, "a")]), Is.False);
            Assert.That(AreOrdered([OneWay, new Send(Right, "b")], [new Poll(Left, 0)]), Is.True);
        });

    [Test]
    public void Closing_comes_before_the_end_of_the_stream_and_the_broken_pipe() =>
        Assert.Multiple(() =>
        {
            Assert.That(AreOrdered([OneWay, new CloseEnd(Right)], [new CloseEnd(Right), new Receive(Left)]), Is.True);
            Assert.That(AreOrdered([OneWay, new CloseEnd(Left)], [new CloseEnd(Left), new Send(Right, "a")]), Is.True);
            Assert.That(AreOrdered([OneWay, new CloseEnd(Left)], [new Send(Right, "a")]), Is.False, "the child's own copy is still open");
        });

    /// <summary>Whether the root's last step comes before the child's last one, where the root takes all its steps first.</summary>
    /// <param name="root">The first makes what both use; the child is started right after it.</param>
    /// <param name="child">What the child then does.</param>
    /// <param name="before">What the root does before the start.</param>
    private static bool AreOrdered(Statement[] root, Statement[] child, Statement[]? before = null)
    {
        var program = SmallProgram.Of(
            ("0", ProcessText.Of([root[0], .. before ?? [], new Start("0.0"), .. root[1..], new Join("0.0")])),
            ("0.0", ProcessText.Of(child) with { Ends = root[0] is MakePipe ? [Left, Right] : [] }));
        var run = KernelRun.AtBeginning(program, Tier.Strict);
        var tracker = new ClockTracker();
        VectorClock? first = null;
        VectorClock? second = null;
        while (run.Turns.Count > 0)
        {
            var turn = run.Turns.FirstOrDefault(t => t.Process == "0", run.Turns[0]);
            run = run.After(turn, out var result);
            foreach (var happened in result.Events)
            {
                var clock = tracker.At(happened);
                if (happened is OperationCompleted { Operation: not (JoinProcess or StartProcess) })
                    (first, second) = happened.Agent == "0" ? (clock, second) : (first, clock);
            }
        }

        return first!.HappenedBefore(second!, "0");
    }
}
