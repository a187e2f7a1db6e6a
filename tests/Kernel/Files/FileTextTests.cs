using ExerciseKit.Kernel.Files;
using ExerciseKit.Tests.Model.Generation;
using FsCheck;
using FsCheck.Fluent;

namespace ExerciseKit.Tests.Kernel.Files;

public sealed class FileTextTests
{
    /// <summary>What is appended in turn: nothing, a little, or more than is worth a copy.</summary>
    private static Arbitrary<string[]> Pieces { get; } = Arb.From(
        Gen.ArrayOf(Gen.Elements("", "a", "b", "ab", new string('a', 20), new string('a', 32), new string('b', 40), $"{new string('a', 50)}b")),
        pieces => pieces.Select((_, i) => pieces.Where((_, j) => j != i).ToArray()));

    [Test]
    public void It_is_what_was_appended_in_turn() =>
        Seeded.Holds(Pieces, 1000, pieces =>
        {
            var (text, expected) = ((FileText)"", "");
            foreach (var piece in pieces)
            {
                (text, expected) = (text.Append(piece), expected + piece);
                if (text.ToString() != expected || text.Length != expected.Length)
                    return $"It is '{text}', of length {text.Length}.";
            }

            return null;
        });

    [Test]
    public void Texts_of_the_same_characters_are_equal_however_each_was_made() =>
        Seeded.Holds(Pieces, 1000, pieces =>
        {
            var grown = Grown(pieces);
            FileText whole = string.Concat(pieces);
            var byCharacters = Grown([.. string.Concat(pieces).Select(c => $"{c}")]);
            var byHalves = grown.Length < 2 ? grown : ((FileText)grown.ToString()[..(grown.Length / 2)]).Append(grown.ToString()[(grown.Length / 2)..]);
            FileText[] alike = [grown, whole, byCharacters, byHalves, Grown(pieces)];
            return alike.All(one => alike.All(other => one.Equals(other) && one.GetHashCode() == other.GetHashCode())) ? null : "They differ.";
        });

    [Test]
    public void Texts_that_differ_in_one_character_are_not_equal() =>
        Seeded.Holds(Pieces, 1000, pieces =>
        {
            var text = string.Concat(pieces);
            var grown = Grown(pieces);
            for (var i = 0; i < text.Length; i++)
            {
                if (grown.Equals(Grown([text[..i], "c", text[(i + 1)..]])))
                    return $"A change of character {i} makes no difference.";
            }

            return grown.Equals(grown.Append("c")) ? "A character more makes no difference." : null;
        });

    [Test]
    public void A_text_that_grows_by_lines_has_the_lines_alone_as_its_own()
    {
        var line = new string('x', 45);
        var text = Grown(Enumerable.Repeat(line, 100));
        Assert.That((text.Length, text.OwnLength), Is.EqualTo((4500, 45)));
    }

    private static FileText Grown(IEnumerable<string> pieces) => pieces.Aggregate((FileText)"", (text, piece) => text.Append(piece));
}
