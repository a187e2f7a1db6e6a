using ExerciseKit.Tests.Kernel.Driving;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Kernel.Time;

public sealed class LooseTimeTests
{
    [Test]
    public void A_sleep_orders_nothing() =>
        Assert.That(
            InKernel.PrintoutsOf(
                SmallProgram.Of(
                    ("0", ProcessText.Of(new Start("0.0"), new Pause(9), new Print("parent"))),
                    ("0.0", ProcessText.Of(new Print("child")))),
                Tier.Loose),
            Is.EquivalentTo(new[] { "0: parent 0.0: child", "0.0: child 0: parent" }));

    [Test]
    public void A_join_orders_all_the_same() =>
        Assert.That(
            InKernel.PrintoutsOf(
                SmallProgram.Of(
                    ("0", ProcessText.Of(new Start("0.0"), new Join("0.0"), new Print("parent"))),
                    ("0.0", ProcessText.Of(new Pause(9), new Print("child")))),
                Tier.Loose),
            Is.EqualTo(new[] { "0.0: child 0: parent" }));

    [Test]
    public void A_timeout_may_fire_early() =>
        Assert.That(
            InKernel.PrintoutsOf(
                SmallProgram.Of(
                    ("0", ProcessText.Of(new Start("0.0"), new Join("0.0", 100), new PrintLast())),
                    ("0.0", ProcessText.Of())),
                Tier.Loose),
            Is.EquivalentTo(new[] { "0: Yes", "0: No" }));

    [Test]
    public void A_timeout_may_fire_early_as_often_as_it_is_asked_for() =>
        Assert.That(
            InKernel.PrintoutsOf(
                SmallProgram.Of(
                    ("0", ProcessText.Of(new Start("0.0"), new Repeat(5, [new Join("0.0", 1), new PrintLast()]))),
                    ("0.0", ProcessText.Of())),
                Tier.Loose),
            Is.EquivalentTo(Enumerable.Range(0, 6).Select(late => string.Join(' ', Enumerable.Range(0, 5).Select(i => i < late ? "0: No" : "0: Yes")))));

    [Test]
    public void Where_nothing_else_can_happen_a_timeout_fires() =>
        Assert.That(
            InKernel.PrintoutsOf(
                SmallProgram.Of(("0", ProcessText.Of(new CreateLock("0~0"), new Acquire("0~0"), new Repeat(4, [new Acquire("0~0", 1), new PrintLast()])))),
                Tier.Loose),
            Is.EqualTo(new[] { "0: No 0: No 0: No 0: No" }));

    [Test]
    public void A_clock_shows_its_processs_own_sleeps_and_timeouts() =>
        Assert.That(
            InKernel.PrintoutsOf(
                SmallProgram.Of(
                    ("0", ProcessText.Of(new CreateLock("0~0"), new Acquire("0~0"), new Start("0.0"), new Pause(2), new Acquire("0~0", 5), new LookAtClock(), new PrintLast())),
                    ("0.0", ProcessText.Of(new Pause(100)))),
                Tier.Loose),
            Is.EqualTo(new[] { "0: Number 7" }));

    [Test]
    public void A_childs_clock_goes_on_from_its_parents() =>
        Assert.That(
            InKernel.PrintoutsOf(
                SmallProgram.Of(
                    ("0", ProcessText.Of(new Pause(2), new Start("0.0"), new Pause(50))),
                    ("0.0", ProcessText.Of(new Pause(1), new LookAtClock(), new PrintLast()))),
                Tier.Loose),
            Is.EqualTo(new[] { "0.0: Number 3" }));
}
