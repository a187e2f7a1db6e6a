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

    [TestCase("main：all over", "its '：' is a full-width colon (U+FF1A)")]
    [TestCase("main: all over。", "its '。' is an ideographic full stop (U+3002)")]
    [TestCase("main:\u3000all over", "it has an ideographic space (U+3000)")]
    [TestCase("main:\u00A0all over", "it has a no-break space (U+00A0)")]
    [TestCase("main:\tall over", "it has a tab (U+0009)")]
    [TestCase("main: all over\r", "it ends with a carriage return (U+000D)")]
    [TestCase("main: all\u200B over", "it has a character that does not show (U+200B)")]
    [TestCase("main — all over", "its '—' is an em dash (U+2014)")]
    [TestCase("ｍain: all over", "its 'ｍ' is a full-width letter (U+FF4D)")]
    public void A_character_that_only_looks_like_the_right_one_is_named(string printed, string told)
    {
        var line = LinePattern.Like("main: all over");
        Assert.That(Tell(Wanting(line), [line], printed), Is.EqualTo($"Expected was a line like 'main: all over'; printed was '{printed}': {told}."));
    }

    [Test]
    public void A_line_of_a_kind_that_others_print_rightly_is_told_where_one_character_is_another()
    {
        var line = LinePattern.Like("{name} waits").Where("name", ["ann", "bob"]);
        Assert.That(Tell(Wanting(line), [line], "ann waits", "bob\u00A0waits"), Is.EqualTo("Expected was a line like '{name} waits'; printed was 'bob\u00A0waits': it has a no-break space (U+00A0)."));
    }

    [Test]
    public void A_given_name_in_other_letters_is_told() =>
        Assert.That(Tell(Wanting(Waits), [Waits], "Ann waits"), Is.EqualTo("Expected was the line 'ann waits'; printed was 'Ann waits'."));

    [Test]
    public void A_line_in_other_letters_that_another_rule_asks_for_as_it_stands_is_not_misspelt() =>
        Assert.That(Tell(Wanting(Waits), [Waits, LinePattern.Like("ANN waits")], "ANN waits"), Is.Null);

    private static AtEnd<int> Wanting(LinePattern line) =>
        new AtEnd<int>("it is printed", Observe.Count(line), (n, _) => n == 1);

    private static string? Tell(Property property, LinePattern[] expected, params string[] printed)
    {
        var state = KernelRules.Begin(new KernelSettings(Timing.Loose), new Target("Program", "Run", "*"), new Payload("""[["ann","bob"]]""", []));
        var lines = printed.Select(text => (KernelEvent)new LinePrinted(Names.Root, TimeSpan.Zero, CallSite.Unknown, ConsoleStream.Out, text)).ToList();
        return new NearMiss(expected).Tell(new Trace([], [new TraceStep(state, state, lines)], null), property)?.En;
    }
}
