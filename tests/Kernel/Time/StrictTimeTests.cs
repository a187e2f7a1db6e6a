using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;
using ExerciseKit.Tests.Kernel.Driving;
using ExerciseKit.Tests.Model;
using Operations = ExerciseKit.Contract.Operations;

namespace ExerciseKit.Tests.Kernel.Time;

public sealed class StrictTimeTests
{
    [Test]
    public void Three_sleeps_of_three_seconds_in_parallel_take_three_seconds()
    {
        var sleeper = ProcessText.Of(new Pause(3));
        var ends = InKernel.EndsOf(SmallProgram.Of(
            ("0", ProcessText.Of(new Start("0.0"), new Start("0.1"), new Start("0.2"))),
            ("0.0", sleeper), ("0.1", sleeper), ("0.2", sleeper)));
        Assert.That(ends.Select(e => e.Time), Is.EqualTo(new[] { 3 }));
    }

    [Test]
    public void Three_sleeps_of_three_seconds_in_sequence_take_nine_seconds()
    {
        var sleeper = ProcessText.Of(new Pause(3));
        var ends = InKernel.EndsOf(SmallProgram.Of(
            ("0", ProcessText.Of(new Start("0.0"), new Join("0.0"), new Start("0.1"), new Join("0.1"), new Start("0.2"))),
            ("0.0", sleeper), ("0.1", sleeper), ("0.2", sleeper)));
        Assert.That(ends.Select(e => e.Time), Is.EqualTo(new[] { 9 }));
    }

    [Test]
    public void Equal_deadlines_fire_in_every_order()
    {
        var printouts = InKernel.PrintoutsOf(SmallProgram.Of(
            ("0", ProcessText.Of(new Start("0.0"), new Start("0.1"), new Pause(2), new Print("x"))),
            ("0.0", ProcessText.Of(new Pause(2), new Print("y"))),
            ("0.1", ProcessText.Of(new Pause(1), new Pause(1), new Print("z")))));
        Assert.That(printouts.Select(p => p.Replace("0.0: ", "").Replace("0.1: ", "").Replace("0: ", "")), Is.EquivalentTo(new[] { "x y z", "x z y", "y x z", "y z x", "z x y", "z y x" }));
    }

    [Test]
    public void An_earlier_deadline_fires_first() =>
        Assert.That(
            InKernel.PrintoutsOf(SmallProgram.Of(
                ("0", ProcessText.Of(new Start("0.0"), new Pause(2), new Print("late"))),
                ("0.0", ProcessText.Of(new Pause(1), new Print("early"))))),
            Is.EqualTo(new[] { "0.0: early 0: late" }));

    [Test]
    public void A_join_whose_time_is_over_when_the_child_ends_can_come_out_either_way() =>
        Assert.That(
            InKernel.PrintoutsOf(SmallProgram.Of(
                ("0", ProcessText.Of(new Start("0.0"), new Join("0.0", 2), new PrintLast())),
                ("0.0", ProcessText.Of(new Pause(2))))),
            Is.EquivalentTo(new[] { "0: Yes", "0: No" }));

    [TestCase(1, "0: No 0: Number 1")]
    [TestCase(3, "0: Yes 0: Number 2")]
    public void A_timed_join_waits_as_long_as_told_or_until_the_end(int patience, string printout) =>
        Assert.That(
            InKernel.PrintoutsOf(SmallProgram.Of(
                ("0", ProcessText.Of(new Start("0.0"), new Join("0.0", patience), new PrintLast(), new LookAtClock(), new PrintLast())),
                ("0.0", ProcessText.Of(new Pause(2))))),
            Is.EqualTo(new[] { printout }));

    [Test]
    public void Time_stands_still_while_anything_else_can_happen() =>
        Assert.That(
            InKernel.PrintoutsOf(SmallProgram.Of(
                ("0", ProcessText.Of(new Start("0.0"), new Pause(1), new Print("woke"))),
                ("0.0", ProcessText.Of(new Repeat(5, [new Write("a", "busy")]), new Print("done"))))),
            Is.EqualTo(new[] { "0.0: done 0: woke" }));

    [Test]
    public void A_sleep_of_nothing_takes_no_time() =>
        Assert.That(InKernel.PrintoutOf(new Pause(0), new LookAtClock(), new PrintLast()), Is.EqualTo("0: Number 0"));

    [Test]
    public void Endless_patience_never_runs_over_the_end_of_time()
    {
        var kernel = new ByHand();
        kernel.Do("0", new Operations.CreateLock(".~0"));
        kernel.Do("0", new AcquireLock(".~0", null));
        kernel.Do("0", new Sleep(TimeSpan.FromSeconds(1)));
        kernel.Submit("0", new AcquireLock(".~0", TimeSpan.MaxValue));
        Assert.That(kernel.State.Root.Deadline, Is.EqualTo(TimeSpan.MaxValue));
        Assert.That(kernel.Step("0", ChoiceKind.TimeOut), Is.EqualTo(Flag.False));
    }

    [Test]
    public void Nobodys_patience_runs_out_for_want_of_others_while_somebody_runs()
    {
        var kernel = new ByHand();
        kernel.Do("0", new Operations.CreateLock(".~0"));
        kernel.Do("0", new AcquireLock(".~0", null));
        kernel.Do("0", ByHand.StartOf(".0"));
        kernel.Submit("0", new JoinProcess(".0", TimeSpan.FromSeconds(1)));
        Assert.That(kernel.Choices, Is.Empty, "what the child asks next may be possible at once");
        kernel.Submit("0.0", new AcquireLock("0~0", null));
        Assert.That(kernel.Choices, Is.EqualTo(new[] { new Choice("0", ChoiceKind.TimeOut) }), "the child waits for the lock that its parent holds");
    }

    [Test]
    public void An_agent_that_goes_round_holds_up_neither_the_others_nor_the_clock()
    {
        var kernel = new ByHand();
        kernel.Do("0", ByHand.StartOf(".0"));
        kernel.Submit("0", new QueryAlive(".0"));
        kernel.Submit("0.0", new Sleep(TimeSpan.FromSeconds(2)));
        Assert.That(kernel.Choices, Is.EqualTo(new[] { new Choice("0", ChoiceKind.Complete) }));

        HashSet<string> parked = ["0"];
        var wake = new Choice("0.0", ChoiceKind.Complete);
        Assert.That(KernelRules.Choices(kernel.State, parked), Is.EqualTo(new[] { wake }));
        Assert.That(KernelRules.Step(kernel.State, wake, parked: parked).State.Now, Is.EqualTo(TimeSpan.FromSeconds(2)));
    }

    [Test]
    public void Live_time_is_told_by_the_driver()
    {
        var kernel = new ByHand(Timing.Live);
        kernel.Submit("0", new Sleep(TimeSpan.FromSeconds(2)));
        Assert.That(kernel.Choices, Is.Empty);
        Assert.That(KernelRules.IsDeadlocked(kernel.State), Is.False, "a deadline is still to come");
        kernel.Advance(TimeSpan.FromSeconds(1.9));
        Assert.That(kernel.Choices, Is.Empty);
        kernel.Advance(TimeSpan.FromSeconds(2));
        Assert.That(kernel.Choices, Is.EqualTo(new[] { new Choice("0", ChoiceKind.Complete) }));
        Assert.That(kernel.Step("0"), Is.EqualTo(Done.Instance));
    }
}
