using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel.Rules;
using ExerciseKit.Tests.Kernel.Driving;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Kernel.Locks;

public sealed class ReentrantLockTests
{
    private static readonly Statement Create = new CreateReentrant("0~0");

    [Test]
    public void Its_owner_takes_it_as_often_as_it_likes_and_releases_it_as_often() =>
        Assert.That(
            InKernel.PrintoutOf(Create, new Enter("0~0"), new Enter("0~0", 0), new PrintLast(), new Leave("0~0"), new Leave("0~0"), new PrintLast(), new Leave("0~0"), new PrintLast()),
            Is.EqualTo("0: Yes 0: Nothing 0: Misuse"));

    [Test]
    public void Nobody_else_takes_it_before_the_last_release()
    {
        var kernel = new ByHand();
        kernel.Do("0", new CreateReentrantLock(".~0"));
        kernel.Do("0", ByHand.StartOf(".0"));
        kernel.Do("0", new AcquireReentrantLock(".~0", null));
        kernel.Do("0", new AcquireReentrantLock(".~0", null));
        kernel.Submit("0.0", new AcquireReentrantLock("0~0", null));
        kernel.Do("0", new ReleaseReentrantLock(".~0"));
        Assert.That(KernelRules.Blocked(kernel.State).Single().HeldBy, Is.EqualTo(new[] { "0" }));

        kernel.Do("0", new ReleaseReentrantLock(".~0"));
        Assert.That(kernel.Step("0.0"), Is.EqualTo(Flag.True));
    }

    [Test]
    public void Nobody_but_its_owner_releases_it() =>
        Assert.That(
            InKernel.PrintoutsOf(SmallProgram.Of(
                ("0", ProcessText.Of(Create, new Enter("0~0"), new Start("0.0"), new Join("0.0"), new Enter("0~0", 0), new PrintLast())),
                ("0.0", ProcessText.Of(new Leave("0~0"), new PrintLast(), new Enter("0~0", 0), new PrintLast())))),
            Is.EqualTo(new[] { "0.0: Misuse 0.0: No 0: Yes" }));

    [Test]
    public void A_lock_of_the_one_kind_is_none_of_the_other() =>
        Assert.That(
            InKernel.PrintoutOf(Create, new Acquire("0~0"), new PrintLast(), new Model.CreateLock("0~1"), new Enter("0~1"), new PrintLast(), new Leave("0~1"), new PrintLast()),
            Is.EqualTo("0: Misuse 0: Misuse 0: Misuse"));
}
