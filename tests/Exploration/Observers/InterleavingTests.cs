using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Tests.Exploration.Observers;

public sealed class InterleavingTests
{
    private static readonly LinePattern Made = LinePattern.Like("{cook} made {n}").Where("cook", ["ann", "bob"]).WhereNumber("n");
    private static readonly LinePattern Ate = LinePattern.Like("{guest} ate {n}").WhereNumber("n");

    [TestCase(false, "ann made 1", "ann made 2", "bob made 1", "bob made 2")]
    [TestCase(false, "ann made 1", "cem made 1", "ann made 2", "bob made 1")]
    [TestCase(true, "ann made 1", "bob made 1", "ann made 2")]
    [TestCase(true, "ann made 1", "bob made 1", "bob made 2", "ann made 2")]
    public void Lines_between_those_of_another_are_told_from_lines_after_them(bool between, params string[] lines) =>
        Assert.That(After(Interleaving.Of(Made, "cook"), lines).IsSo, Is.EqualTo(between));

    [TestCase(true, "ann made 1", "gil ate 1", "ann made 2")]
    [TestCase(false, "ann made 1", "ann made 2", "gil ate 1")]
    [TestCase(false, "ann made 1", "gil ate many", "ann made 2", "gil ate 1", "ann made 3")]
    public void What_comes_before_the_last_of_others_has_overtaken_them(bool before, params string[] lines) =>
        Assert.That(After(Overtaking.Of(Made, 2, Ate), lines).IsSo, Is.EqualTo(before));

    private static T After<T>(Observer<T> observer, string[] lines)
        where T : notnull
    {
        var value = observer.Start;
        foreach (var line in lines)
            value = observer.After(value, new LinePrinted(Names.Root, TimeSpan.Zero, CallSite.Unknown, ConsoleStream.Out, line));
        return (T)value;
    }
}
