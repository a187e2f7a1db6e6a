using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;
using ExerciseKit.Tests.Kernel.Driving;
using ExerciseKit.Tests.Model;
using CreateLock = ExerciseKit.Tests.Model.CreateLock;
using Operations = ExerciseKit.Contract.Operations;

namespace ExerciseKit.Tests.Kernel.Locks;

public sealed class LockTests
{
    [Test]
    public void A_lock_is_free_at_first_and_after_release() =>
        Assert.That(
            InKernel.PrintoutOf(new CreateLock("0~0"), new Acquire("0~0", 0), new PrintLast(), new Release("0~0"), new Acquire("0~0", 0), new PrintLast()),
            Is.EqualTo("0: Yes 0: Yes"));

    [Test]
    public void Trying_a_held_lock_gives_false_and_its_holder_is_no_exception() =>
        Assert.That(InKernel.PrintoutOf(new CreateLock("0~0"), new Acquire("0~0"), new Acquire("0~0", 0), new PrintLast()), Is.EqualTo("0: No"));

    [Test]
    public void Acquiring_a_lock_twice_blocks_for_ever()
    {
        var end = InKernel.EndsOf(SmallProgram.Of(("0", ProcessText.Of(new CreateLock("0~0"), new Acquire("0~0"), new Acquire("0~0"))))).Single();
        Assert.That(end.IsDeadlock);
        Assert.That(end.Fates, Does.EndWith("held by 0"));
    }

    [Test]
    public void Releasing_a_lock_that_nobody_holds_is_refused() =>
        Assert.That(InKernel.PrintoutOf(new CreateLock("0~0"), new Release("0~0"), new PrintLast()), Is.EqualTo("0: Misuse"));

    [Test]
    public void A_lock_may_be_released_by_another_process_than_its_holder() =>
        Assert.That(
            Printouts([new CreateLock("0~0"), new Acquire("0~0"), new Start("0.0"), new Acquire("0~0"), new Print("again")], [new Release("0~0"), new PrintLast()]),
            Is.EquivalentTo(new[] { "0: again 0.0: Nothing", "0.0: Nothing 0: again" }));

    [Test]
    public void A_timed_acquire_gives_false_exactly_when_its_time_is_over() =>
        Assert.That(
            InKernel.PrintoutOf(new CreateLock("0~0"), new Acquire("0~0"), new Acquire("0~0", 2), new PrintLast(), new LookAtClock(), new PrintLast()),
            Is.EqualTo("0: No 0: Number 2"));

    [Test]
    public void A_timed_acquire_gets_a_lock_that_comes_free_in_time() =>
        Assert.That(
            Printouts([new CreateLock("0~0"), new Acquire("0~0"), new Start("0.0"), new Pause(1), new Release("0~0")], [new Acquire("0~0", 2), new PrintLast(), new LookAtClock(), new PrintLast()]),
            Is.EqualTo(new[] { "0.0: Yes 0.0: Number 1" }));

    [Test]
    public void Blocks_under_a_lock_never_mix_and_come_in_either_order()
    {
        Statement[] block = [new Acquire("0~0"), new Print("in"), new Print("out"), new Release("0~0")];
        var program = SmallProgram.Of(
            ("0", ProcessText.Of(new CreateLock("0~0"), new Start("0.0"), new Start("0.1"))),
            ("0.0", ProcessText.Of(block)),
            ("0.1", ProcessText.Of(block)));
        foreach (var tier in Enum.GetValues<Tier>())
        {
            Assert.That(
                InKernel.PrintoutsOf(program, tier),
                Is.EquivalentTo(new[] { "0.0: in 0.0: out 0.1: in 0.1: out", "0.1: in 0.1: out 0.0: in 0.0: out" }));
        }
    }

    [Test]
    public void Two_locks_taken_in_opposite_order_can_deadlock_and_need_not()
    {
        var ends = InKernel.EndsOf(SmallProgram.Of(
            ("0", ProcessText.Of(new CreateLock("0~0"), new CreateLock("0~1"), new Start("0.0"), new Start("0.1"))),
            ("0.0", ProcessText.Of(new Acquire("0~0"), new Acquire("0~1"), new Release("0~1"), new Release("0~0"))),
            ("0.1", ProcessText.Of(new Acquire("0~1"), new Acquire("0~0"), new Release("0~0"), new Release("0~1")))));
        Assert.That(ends.Select(e => e.IsDeadlock), Is.EquivalentTo(new[] { true, false }));
    }

    [Test]
    public void A_deadlock_is_known_at_once_with_who_waits_where_and_for_whom()
    {
        var kernel = TwoChildren();
        kernel.Do("0.0", new AcquireLock("0~0", null));
        kernel.Do("0.1", new AcquireLock("0~1", null));
        kernel.Submit("0", new JoinProcess(".0", null), line: 3);
        kernel.Submit("0.0", new AcquireLock("0~1", null), line: 11);
        Assert.That(KernelRules.IsDeadlocked(kernel.State), Is.False, "one still runs");
        kernel.Submit("0.1", new AcquireLock("0~0", null), line: 12);

        Assert.That(KernelRules.IsDeadlocked(kernel.State));
        Assert.That(kernel.Choices, Is.Empty);
        Assert.That(KernelRules.Blocked(kernel.State), Is.EqualTo(new[]
        {
            new Wait("0", new JoinProcess("0.0", null), new CallSite("Program.cs", 3), ["0.0"]),
            new Wait("0.0", new AcquireLock("0~1", null), new CallSite("Program.cs", 11), ["0.1"]),
            new Wait("0.1", new AcquireLock("0~0", null), new CallSite("Program.cs", 12), ["0.0"]),
        }));
    }

    [Test]
    public void A_lock_that_is_held_by_a_dead_process_says_so()
    {
        var kernel = TwoChildren();
        kernel.Do("0.0", new AcquireLock("0~0", null));
        kernel.Do("0", new KillProcess(".0"));
        kernel.Step("0.0", ChoiceKind.Die);
        kernel.Submit("0.1", new AcquireLock("0~0", null));
        Assert.That(KernelRules.Blocked(kernel.State).Single().HeldBy, Is.EqualTo(new[] { "0.0" }));
        Assert.That(kernel.State.Agents["0.0"]!.IsAlive, Is.False);
    }

    [Test]
    public void A_lock_that_was_never_made_is_refused() =>
        Assert.That(InKernel.PrintoutOf(new Acquire("0~0"), new PrintLast(), new Release("0~0"), new PrintLast()), Is.EqualTo("0: Misuse 0: Misuse"));

    private static ByHand TwoChildren()
    {
        var kernel = new ByHand();
        kernel.Do("0", new Operations.CreateLock(".~0"));
        kernel.Do("0", new Operations.CreateLock(".~1"));
        kernel.Do("0", ByHand.StartOf(".0"));
        kernel.Do("0", ByHand.StartOf(".1"));
        return kernel;
    }

    private static IEnumerable<string> Printouts(Statement[] root, Statement[] child) =>
        InKernel.PrintoutsOf(SmallProgram.Of(("0", ProcessText.Of(root)), ("0.0", ProcessText.Of(child))));
}
