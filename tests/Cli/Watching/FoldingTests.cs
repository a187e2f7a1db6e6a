using ExerciseKit.Cli.Watching;

namespace ExerciseKit.Tests.Cli.Watching;

public sealed class FoldingTests
{
    [TestCase("", 10, ExpectedResult = "")]
    [TestCase("one two three", 20, ExpectedResult = "one two three")]
    [TestCase("one two three", 8, ExpectedResult = "one two|three")]
    [TestCase("one two three", 7, ExpectedResult = "one two|three")]
    [TestCase("abcdefghij", 4, ExpectedResult = "abcd|efgh|ij")]
    [TestCase("抢票系统", 4, ExpectedResult = "抢票|系统")]
    [TestCase("抢票系统", 1, ExpectedResult = "\uFFFD|\uFFFD|\uFFFD|\uFFFD")]
    [TestCase("a b c", 1, ExpectedResult = "a|b|c")]
    public string A_text_is_broken_at_blanks_and_where_there_is_none_anywhere(string text, int width) =>
        string.Join('|', Folding.Fold(text, width));

    [Test]
    public void Later_lines_are_set_in_where_there_is_room_for_it()
    {
        Assert.That(Folding.Fold("1  one two three", 10, indent: 3), Is.EqualTo(["1  one two", "   three"]));
        Assert.That(Folding.Fold("1  one two", 4, indent: 3), Is.EqualTo(["1", "one", "two"]));
    }

    [Test]
    public void No_line_is_wider_than_asked_and_nothing_is_lost([Values(1, 2, 3, 5, 20, 79)] int width, [Values(0, 4, 30)] int indent)
    {
        const string Text = "Process-1 (Visit)  读取 ticket_data.json → {\"tickets\": 2}   在  TicketFile.cs:10  e\u0301 한국어 and so on and on";

        var lines = Folding.Fold(Text, width, indent).ToList();

        Assert.That(lines.Select(Folding.WidthOf), Is.All.LessThanOrEqualTo(width));
        if (width > 1)
            Assert.That(string.Concat(string.Concat(lines).Where(c => c != ' ')), Is.EqualTo(string.Concat(Text.Where(c => c != ' '))));
    }
}
