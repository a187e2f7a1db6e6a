using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Tests.Exploration.Observers;

public sealed class LinePatternTests
{
    [Test]
    public void A_placeholder_stands_for_the_shortest_text_that_fits() =>
        Assert.That(
            LinePattern.Like("{who} of {what} is {how}").Respelt("ann of x of y is z is w", said => $"<{said}>"),
            Is.EqualTo("<ann> of <x of y> is <z is w>"));

    [Test]
    public void A_line_is_looked_at_up_to_a_length_that_no_task_asks_for()
    {
        var any = LinePattern.Like("{text}");
        Assert.That(any.MatchesLine(new string('x', LinePattern.MaxLength)), Is.True);
        Assert.That(any.MatchesLine(new string('x', LinePattern.MaxLength + 1)), Is.False);
    }
}
