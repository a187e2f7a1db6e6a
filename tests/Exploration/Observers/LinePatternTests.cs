using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Tests.Exploration.Observers;

public sealed class LinePatternTests
{
    [Test]
    public void A_placeholder_stands_for_the_shortest_text_that_fits() =>
        Assert.That(
            LinePattern.Like("{who} of {what} is {how}").Respelt("ann of x of y is z is w", said => $"<{said}>"),
            Is.EqualTo("<ann> of <x of y> is <z is w>"));

    [TestCase("ann sees 3", true)]
    [TestCase("joanna sees -1", true)]
    [TestCase("main sees 3", false)]
    [TestCase("joann sees 3", false)]
    [TestCase("ann sees all", false)]
    [TestCase("a.b sees 3", true)]
    [TestCase("axb sees 3", false)]
    public void A_placeholder_may_stand_for_the_scenarios_own_names_and_numbers_alone(string line, bool matches) =>
        Assert.That(LinePattern.Like("{user} sees {n}").Where("user", ["ann", "jo", "joanna", "a.b"]).WhereNumber("n").MatchesLine(line), Is.EqualTo(matches));

    [Test]
    public void Patterns_that_match_other_lines_are_not_equal()
    {
        var any = LinePattern.Like("{user} sees");

        var ann = any.Where("user", ["ann"]);
        Assert.That(any.Where("user", ["ann", "ann"]), Is.EqualTo(ann).And.Not.EqualTo(any).And.Not.EqualTo(any.Where("user", ["bob"])));
        Assert.That(() => any.WhereNumber("n"), Throws.ArgumentException);
    }

    [Test]
    public void A_line_is_looked_at_up_to_a_length_that_no_task_asks_for()
    {
        var any = LinePattern.Like("{text}");
        Assert.That(any.MatchesLine(new string('x', LinePattern.MaxLength)), Is.True);
        Assert.That(any.MatchesLine(new string('x', LinePattern.MaxLength + 1)), Is.False);
    }
}
