using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel.Rules;
using ExerciseKit.Tests.Kernel.Driving;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Kernel.Semaphores;

public sealed class SemaphoreTests
{
    [Test]
    public void It_gives_its_permits_and_no_more() =>
        Assert.That(
            InKernel.PrintoutOf(new CreatePermits("0~0", 2), new TakePermit("0~0"), new TakePermit("0~0", 0), new PrintLast(), new TakePermit("0~0", 0), new PrintLast()),
            Is.EqualTo("0: Yes 0: No"));

    [Test]
    public void A_timed_acquire_gives_false_exactly_when_its_time_is_over() =>
        Assert.That(
            InKernel.PrintoutOf(new CreatePermits("0~0", 0), new TakePermit("0~0", 2), new PrintLast(), new LookAtClock(), new PrintLast()),
            Is.EqualTo("0: No 0: Number 2"));

    [Test]
    public void It_grows_without_a_maximum_and_is_full_with_one() =>
        Assert.That(
            InKernel.PrintoutOf(new CreatePermits("0~0", 1), new GivePermit("0~0"), new PrintLast(), new CreatePermits("0~1", 1, 1), new GivePermit("0~1"), new PrintLast()),
            Is.EqualTo("0: Nothing 0: Full"));

    [Test]
    public void At_most_as_many_are_inside_as_there_are_permits_and_that_many_can_be()
    {
        Statement[] visit = [new TakePermit("0~0"), new Print("in"), new Print("out"), new GivePermit("0~0")];
        var program = SmallProgram.Of(
            ("0", ProcessText.Of(new CreatePermits("0~0", 2), new Start("0.0"), new Start("0.1"), new Start("0.2"))),
            ("0.0", ProcessText.Of(visit)),
            ("0.1", ProcessText.Of(visit)),
            ("0.2", ProcessText.Of(visit)));

        var peaks = InKernel.PrintoutsOf(program).Select(MostInside).Distinct();

        Assert.That(peaks, Is.EquivalentTo(new[] { 1, 2 }));
    }

    [Test]
    public void Nobody_is_said_to_hold_what_a_waiter_needs()
    {
        var kernel = new ByHand();
        kernel.Do("0", new CreateSemaphore(".~0", 0, null));
        kernel.Submit("0", new AcquireSemaphore(".~0", null));
        Assert.That(KernelRules.IsDeadlocked(kernel.State));
        Assert.That(KernelRules.Blocked(kernel.State).Single().HeldBy, Is.Empty);
    }

    private static int MostInside(string printout)
    {
        var (inside, most) = (0, 0);
        foreach (var word in printout.Split(' ').Where(w => w is "in" or "out"))
        {
            inside += word == "in" ? 1 : -1;
            most = Math.Max(most, inside);
        }

        return most;
    }
}
