using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;
using ExerciseKit.Tests.Kernel.Driving;
using ExerciseKit.Tests.Model;
using Operations = ExerciseKit.Contract.Operations;

namespace ExerciseKit.Tests.Kernel.Conditions;

public sealed class ConditionTests
{
    private const string Condition = "0~1";
    private const string Lock = "0~0";

    [Test]
    public void A_wait_gives_the_lock_back_and_takes_it_again()
    {
        var kernel = Sleeping(1);
        kernel.Do("0", new AcquireLock(".~0", Patience: null));
        kernel.Do("0", new NotifyWaiters(".~1", ".~0", 1));
        Assert.That(kernel.Step("0.0"), Is.EqualTo(Flag.True));
        kernel.Submit("0.0", new ReacquireLock(Lock, 1));
        Assert.That(KernelRules.Blocked(kernel.State).Single().HeldBy, Is.EqualTo(new[] { "0" }));

        kernel.Do("0", new ReleaseLock(".~0"));
        Assert.That(kernel.Step("0.0"), Is.EqualTo(Done.Instance));
        Assert.That(kernel.Do("0", new AcquireLock(".~0", TimeSpan.Zero)), Is.EqualTo(Flag.False));
    }

    [Test]
    public void Of_six_waiters_two_are_woken_then_all_six_then_none()
    {
        var kernel = Sleeping(6);
        Notify(kernel, 2);
        Assert.That(WakeAll(kernel), Is.EqualTo(2));
        Notify(kernel, 4);
        Assert.That(WakeAll(kernel), Is.EqualTo(4));
        Notify(kernel, 3);
        Assert.That(WakeAll(kernel), Is.Zero);
    }

    [Test]
    public void Any_of_the_waiters_may_be_the_one_that_wakes()
    {
        var kernel = Sleeping(3);
        Notify(kernel, 1);
        Assert.That(kernel.Choices.Select(c => c.Agent), Is.EqualTo(new[] { "0.0", "0.1", "0.2" }));
        kernel.Step("0.1");
        Assert.That(kernel.Choices, Is.Empty);
    }

    [Test]
    public void A_newcomer_takes_no_older_notification_but_an_older_sleeper_takes_a_younger_one()
    {
        var kernel = Sleeping(3, asleep: 2);
        Notify(kernel, 1);
        FallAsleep(kernel, "0.2");
        Assert.That(kernel.Choices.Select(c => c.Agent), Is.EqualTo(new[] { "0.0", "0.1" }));
        Notify(kernel, 1);
        Assert.That(kernel.Choices.Select(c => c.Agent), Is.EqualTo(new[] { "0.0", "0.1", "0.2" }));

        kernel.Step("0.0");
        kernel.Step("0.1");
        Assert.That(kernel.Choices, Is.Empty);
    }

    [Test]
    public void Who_takes_a_notification_leaves_the_others_as_many_as_it_can()
    {
        var kernel = Sleeping(3, asleep: 2);
        Notify(kernel, 1);
        FallAsleep(kernel, "0.2");
        Notify(kernel, 1);

        kernel.Step("0.1");
        Assert.That(kernel.Choices.Select(c => c.Agent), Is.EqualTo(new[] { "0.0", "0.2" }));
        kernel.Step("0.2");
        Assert.That(kernel.Choices, Is.Empty);
    }

    [Test]
    public void A_sleeper_that_lost_patience_uses_up_no_notification()
    {
        var kernel = new ByHand();
        kernel.Do("0", new Operations.CreateLock(".~0"));
        kernel.Do("0", new CreateCondition(".~1", ".~0"));
        FallAsleep(kernel, "0", TimeSpan.FromSeconds(1));
        Assert.That(kernel.Step("0", ChoiceKind.TimeOut), Is.EqualTo(Flag.False));
        kernel.Do("0", new ReacquireLock(".~0", 1));
        kernel.Do("0", new NotifyWaiters(".~1", ".~0", 1));
        kernel.Do("0", new BeginWait(".~1", ".~0"));
        kernel.Submit("0", new AwaitNotification(".~1", null));
        Assert.That(KernelRules.IsDeadlocked(kernel.State), "what was given to nobody is kept for nobody");
    }

    [Test]
    public void The_notification_of_one_who_was_killed_wakes_another()
    {
        var kernel = Sleeping(2);
        Notify(kernel, 1);
        kernel.Do("0", new KillProcess(".0"));
        kernel.Step("0.0", ChoiceKind.Die);
        Assert.That(kernel.Step("0.1"), Is.EqualTo(Flag.True));
    }

    [Test]
    public void Notifications_that_wake_all_who_sleep_leave_nothing_behind()
    {
        var kernel = Sleeping(3, asleep: 0);
        var before = kernel.State.Objects;
        foreach (var sleeper in (string[])["0.2", "0.0", "0.1"])
        {
            FallAsleep(kernel, sleeper);
            Notify(kernel, 1);
        }

        Assert.That(WakeAll(kernel), Is.EqualTo(3));
        Assert.That(kernel.State.Objects, Is.EqualTo(before));
    }

    [Test]
    public void Waiting_and_notifying_need_the_lock_in_one_s_own_hands() =>
        Assert.That(
            InKernel.PrintoutsOf(SmallProgram.Of(
                ("0", ProcessText.Of(
                    new Model.CreateLock(Lock), new CreateSleepers(Condition, Lock), new SleepOn(Condition, Lock), new PrintLast(), new Wake(Condition, Lock), new PrintLast(),
                    new Acquire(Lock), new Start("0.0"), new Join("0.0"), new Wake(Condition, Lock), new PrintLast())),
                ("0.0", ProcessText.Of(new SleepOn(Condition, Lock), new PrintLast(), new Wake(Condition, Lock), new PrintLast())))),
            Is.EqualTo(new[] { "0: Misuse 0: Misuse 0.0: Misuse 0.0: Misuse 0: Nothing" }));

    [Test]
    public void A_reentrant_lock_is_given_back_and_restored_to_its_full_depth() =>
        Assert.That(
            InKernel.PrintoutsOf(SmallProgram.Of(
                ("0", ProcessText.Of(
                    new CreateReentrant(Lock), new CreateSleepers(Condition, Lock), new Start("0.0"), new Enter(Lock), new Enter(Lock),
                    new SleepOn(Condition, Lock, 5), new PrintLast(), new Leave(Lock), new Leave(Lock), new PrintLast(), new Leave(Lock), new PrintLast())),
                ("0.0", ProcessText.Of(new Pause(1), new Enter(Lock), new Print("wakes"), new Wake(Condition, Lock), new Leave(Lock))))),
            Is.EqualTo(new[] { "0.0: wakes 0: Yes 0: Nothing 0: Misuse" }));

    /// <summary>A lock, a condition on it, and children, the first of which sleep.</summary>
    private static ByHand Sleeping(int children, int? asleep = null)
    {
        var kernel = new ByHand();
        kernel.Do("0", new Operations.CreateLock(".~0"));
        kernel.Do("0", new CreateCondition(".~1", ".~0"));
        for (var i = 0; i < children; i++)
            kernel.Do("0", ByHand.StartOf($".{i}"));
        for (var i = 0; i < (asleep ?? children); i++)
            FallAsleep(kernel, $"0.{i}");
        return kernel;
    }

    private static void FallAsleep(ByHand kernel, string agent, TimeSpan? patience = null)
    {
        kernel.Do(agent, new AcquireLock(Lock, Patience: null));
        kernel.Do(agent, new BeginWait(Condition, Lock));
        kernel.Submit(agent, new AwaitNotification(Condition, patience));
    }

    private static void Notify(ByHand kernel, int count)
    {
        kernel.Do("0", new AcquireLock(".~0", Patience: null));
        kernel.Do("0", new NotifyWaiters(".~1", ".~0", count));
        kernel.Do("0", new ReleaseLock(".~0"));
    }

    /// <summary>Lets all wake up who can; gives how many.</summary>
    private static int WakeAll(ByHand kernel)
    {
        var woken = 0;
        while (kernel.Choices.Select(c => c.Agent).FirstOrDefault() is { } agent)
        {
            Assert.That(kernel.Step(agent), Is.EqualTo(Flag.True));
            woken++;
        }

        return woken;
    }
}
