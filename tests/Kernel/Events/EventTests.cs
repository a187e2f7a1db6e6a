using ExerciseKit.Tests.Kernel.Driving;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Kernel.Events;

public sealed class EventTests
{
    private static readonly Statement Create = new CreateSignal("0~0");
    private static readonly Statement Set = new PutSignal("0~0", IsUp: true);
    private static readonly Statement Reset = new PutSignal("0~0", IsUp: false);

    [Test]
    public void It_stays_set_until_it_is_reset() =>
        Assert.That(
            InKernel.PrintoutOf(Create, new AskSignal("0~0"), new PrintLast(), Set, Set, new AwaitSignal("0~0"), new PrintLast(), new AskSignal("0~0"), new PrintLast(), Reset, new AwaitSignal("0~0", 0), new PrintLast()),
            Is.EqualTo("0: No 0: Yes 0: Yes 0: No"));

    [Test]
    public void A_timed_wait_gives_false_exactly_when_its_time_is_over() =>
        Assert.That(InKernel.PrintoutOf(Create, new AwaitSignal("0~0", 3), new PrintLast(), new LookAtClock(), new PrintLast()), Is.EqualTo("0: No 0: Number 3"));

    [Test]
    public void Who_does_not_run_between_set_and_reset_has_missed_it()
    {
        var ends = InKernel.EndsOf(SmallProgram.Of(
            ("0", ProcessText.Of(Create, new Start("0.0"), Set, Reset)),
            ("0.0", ProcessText.Of(new AwaitSignal("0~0"), new Print("went")))));

        Assert.That(ends.Select(e => (e.IsDeadlock, e.Lines)), Is.EquivalentTo(new[] { (true, ""), (false, "0.0: went") }));
    }

    [Test]
    public void All_who_wait_go_on_when_it_is_set() =>
        Assert.That(
            InKernel.EndsOf(SmallProgram.Of(
                ("0", ProcessText.Of(Create, new Start("0.0"), new Start("0.1"), Set)),
                ("0.0", ProcessText.Of(new AwaitSignal("0~0"))),
                ("0.1", ProcessText.Of(new AwaitSignal("0~0"))))).Select(e => e.IsDeadlock),
            Is.EqualTo(new[] { false }));
}
