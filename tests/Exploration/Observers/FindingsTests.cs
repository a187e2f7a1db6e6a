using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Tests.Exploration.Observers;

public sealed class FindingsTests
{
    private static readonly Target Entry = new("Bank", "Run", "*");

    [Test]
    public void An_end_that_is_not_as_wanted_is_told_with_its_children_and_how_each_ended()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Finding(0), Is.EqualTo("Run ends, and there was no child"));
            Assert.That(Finding(1), Is.EqualTo("Run ends, and there was 1 child: Process-1 (Pay) ended with exit code 1"));
            Assert.That(Finding(2), Is.EqualTo("Run ends, and there were 2 children: Process-1 (Pay) ended with exit code 1; Process-2 (Pay) ended with exit code 1"));
        }
    }

    [Test]
    public void A_check_can_tell_in_its_own_words() => Assert.That(
        new Check("own", "Own words", 1).AtEnd("3 children", end => end.Children == 3, end => $"there were {end.Children}").Properties[0].BrokenAtEnd(0, EndOf(1))?.En,
        Is.EqualTo("there were 1"));

    [Test]
    public void Lines_are_told_with_the_process_that_printed_each() => Assert.That(
        Told(Observe.Lines(LinePattern.Like("{user} begins"), LinePattern.Like("{user} ends")), (Names.Root, "ann begins"), ("0.1", "ann ends"), ("0.1.0", "bob begins")),
        Is.EqualTo("the parent printed 'ann begins'; child 2 printed 'ann ends'; child 1 of child 2 printed 'bob begins'"));

    [Test]
    public void A_number_of_lines_is_told_with_the_line_and_whose_count() => Assert.That(
        Told(Observe.Count(LinePattern.Like("main").By(Who.Root)), (Names.Root, "main"), ("0.0", "main")),
        Is.EqualTo("'main' was printed once by the parent"));

    private static string? Finding(int children) =>
        new Check("three", "Three children", 1).AtEnd("there are 3 children", end => end.Children == 3).Properties[0].BrokenAtEnd(0, EndOf(children))?.En;

    private static ProgramEnd EndOf(int children)
    {
        var state = KernelRules.Begin(new KernelSettings(Timing.Loose), Entry, Payload.Null);
        for (var i = 0; i < children; i++)
        {
            state = After(state, Names.Root, new StartProcess(Names.OwnChild(i), null, null, new Target("Bank", "Pay", "*"), Payload.Null));
            state = After(state, $"0.{i}", new EndProcess(Ending.Threw, 1));
        }

        return new ProgramEnd(state, new EndProcess(Ending.Returned, 0));
    }

    private static KernelState After(KernelState state, string agent, Operation operation) =>
        KernelRules.Step(KernelRules.Submit(state, agent, operation, CallSite.Unknown), new Choice(agent, ChoiceKind.Complete)).State;

    private static string Told<T>(Observer<T> observer, params (string Agent, string Line)[] printed)
        where T : notnull
    {
        var value = observer.Start;
        foreach (var (agent, line) in printed)
            value = observer.After(value, new LinePrinted(agent, TimeSpan.Zero, CallSite.Unknown, ConsoleStream.Out, line));
        return observer.Describe((T)value).En;
    }
}
