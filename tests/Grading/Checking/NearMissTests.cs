using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Grading.Checking;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Tests.Grading.Checking;

public sealed class NearMissTests
{
    private static readonly LinePattern First = LinePattern.Like("client 1 got AB");
    private static readonly LinePattern Second = LinePattern.Like("client 2 got AB");
    private static readonly LinePattern Waits = LinePattern.Like("{name} waits");

    [Test]
    public void A_line_that_is_nearly_as_wanted_is_quoted() =>
        Assert.That(
            Tell(Wanting(First), [First], "Client 1 got AB."),
            Is.EqualTo("Expected was a line like 'client 1 got AB'; printed was 'Client 1 got AB.'."));

    [Test]
    public void A_line_that_another_rule_asks_for_is_no_near_miss() =>
        Assert.That(Tell(Wanting(First), [First, Second], "client 2 got AB"), Is.Null);

    [Test]
    public void A_given_name_in_other_letters_is_told() =>
        Assert.That(Tell(Wanting(Waits), [Waits], "Ann waits"), Is.EqualTo("Expected was the line 'ann waits'; printed was 'Ann waits'."));

    [Test]
    public void A_line_in_other_letters_that_another_rule_asks_for_as_it_stands_is_not_misspelt() =>
        Assert.That(Tell(Wanting(Waits), [Waits, LinePattern.Like("ANN waits")], "ANN waits"), Is.Null);

    private static AtEnd<int> Wanting(LinePattern line) =>
        new AtEnd<int>("it is printed", Observe.Count(line), (n, _) => n == 1);

    private static string? Tell(Property property, LinePattern[] expected, string printed)
    {
        var state = KernelRules.Begin(new KernelSettings(Timing.Loose), new Target("Program", "Run", "*"), new Payload("""[["ann","bob"]]""", []));
        var line = new LinePrinted(Names.Root, TimeSpan.Zero, CallSite.Unknown, ConsoleStream.Out, printed);
        return new NearMiss(expected).Tell(new Trace([], [new TraceStep(state, state, [line])], null), property);
    }
}
