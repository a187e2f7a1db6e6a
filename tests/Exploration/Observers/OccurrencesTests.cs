using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;
using Timing = ExerciseKit.Kernel.Timing;

namespace ExerciseKit.Tests.Exploration.Observers;

public sealed class OccurrencesTests
{
    private static readonly LinePattern Ends = LinePattern.Like("parent ends");
    private static readonly Property EndsAtTwo = new Check("ends", "It ends", 1).OnceAt("the parent ends", Ends, TimeSpan.FromSeconds(2)).Properties[0];

    [Test]
    public void An_event_that_comes_once_and_in_time_is_as_wanted() =>
        Assert.That(Finding((2, "parent ends"), (3, "something else")), Is.Null);

    [Test]
    public void An_event_that_never_comes_comes_late_or_twice_is_told_so()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Finding(), Is.EqualTo("'parent ends' was never printed"));
            Assert.That(Finding((5, "parent ends")), Is.EqualTo("'parent ends' was printed at 5 s"));
            Assert.That(Finding((0.5, "parent ends"), (2, "parent ends")), Is.EqualTo("'parent ends' was printed 2 times, at last at 2 s"));
        }
    }

    [Test]
    public void A_moment_is_judged_on_the_exact_clock_only() =>
        Assert.That(EndsAtTwo.Tiers, Is.EqualTo([ExerciseKit.Contract.Results.Tier.Strict]));

    private static string? Finding(params (double Second, string Line)[] printed)
    {
        var value = EndsAtTwo.Observer.Start;
        foreach (var (second, line) in printed)
            value = EndsAtTwo.Observer.After(value, new LinePrinted(Names.Root, TimeSpan.FromSeconds(second), CallSite.Unknown, ConsoleStream.Out, line));
        return EndsAtTwo.BrokenAtEnd(value, new ProgramEnd(KernelRules.Begin(new KernelSettings(Timing.Strict), new Target("Home", "Run", "*"), Payload.Null), new EndProcess(Ending.Returned, 0)))?.En;
    }
}
