using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;
using ExerciseKit.Tests.Kernel.Driving;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Kernel.Barriers;

public sealed class BarrierTests
{
    [Test]
    public void Phases_never_mix_however_often_the_barrier_is_used()
    {
        Statement[] work = [new Print("1"), new Meet("0~0"), new Print("2"), new Meet("0~0"), new Print("3")];
        var printouts = InKernel.PrintoutsOf(SmallProgram.Of(
            ("0", ProcessText.Of(new CreateBarrierOf("0~0", 2), new Start("0.0"), new Start("0.1"))),
            ("0.0", ProcessText.Of(work)),
            ("0.1", ProcessText.Of(work))));

        var phases = printouts.Select(p => string.Concat(p.Split(' ').Where(w => !w.EndsWith(':')))).Distinct();
        Assert.That(phases, Is.EqualTo(new[] { "112233" }));
    }

    [Test]
    public void Who_comes_again_before_another_has_left_waits_until_it_has()
    {
        var kernel = Meeting();
        kernel.Do("0.0", new ArriveAtBarrier("0~0"));
        kernel.Submit("0.0", new PassBarrier("0~0"));
        kernel.Do("0.1", new ArriveAtBarrier("0~0"));
        kernel.Do("0.1", new PassBarrier("0~0"));
        kernel.Submit("0.1", new ArriveAtBarrier("0~0"));
        Assert.That(kernel.Choices, Is.EqualTo(new[] { new Choice("0.0", ChoiceKind.Complete) }));

        kernel.Step("0.0");
        Assert.That(kernel.Step("0.1"), Is.EqualTo(Done.Instance));
        kernel.Submit("0.1", new PassBarrier("0~0"));
        Assert.That(kernel.Choices, Is.Empty);
    }

    [Test]
    public void Who_has_arrived_and_died_has_arrived()
    {
        var kernel = Meeting();
        kernel.Do("0.0", new ArriveAtBarrier("0~0"));
        kernel.Do("0", new KillProcess(".0"));
        kernel.Step("0.0", ChoiceKind.Die);
        kernel.Do("0.1", new ArriveAtBarrier("0~0"));

        Assert.That(kernel.Do("0.1", new PassBarrier("0~0")), Is.EqualTo(Done.Instance));
    }

    [Test]
    public void A_barrier_after_a_round_is_as_it_was_before()
    {
        var kernel = Meeting();
        var before = kernel.State.Objects;
        kernel.Do("0.0", new ArriveAtBarrier("0~0"));
        Assert.That(kernel.State.Objects, Is.Not.EqualTo(before));
        kernel.Do("0.1", new ArriveAtBarrier("0~0"));
        kernel.Do("0.1", new PassBarrier("0~0"));
        Assert.That(kernel.State.Objects, Is.Not.EqualTo(before));
        kernel.Do("0.0", new PassBarrier("0~0"));
        Assert.That(kernel.State.Objects, Is.EqualTo(before));
    }

    private static ByHand Meeting()
    {
        var kernel = new ByHand();
        kernel.Do("0", new CreateBarrier(".~0", 2));
        kernel.Do("0", ByHand.StartOf(".0"));
        kernel.Do("0", ByHand.StartOf(".1"));
        return kernel;
    }
}
