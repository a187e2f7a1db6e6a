using System.Globalization;
using System.Text;
using ExerciseKit.Classes.Pages;

namespace ExerciseKit.Similarity;

/// <summary>The pages of similar pairs: a list, and for each pair both works side by side.</summary>
public static class SimilarityPages
{
    private const string Warning = "Places to look, never a verdict: there are few ways to write a short program, and people learn from the same sheet. Read both works, and ask both students.";

    /// <summary>The pages, by file name.</summary>
    /// <param name="pairs">The pairs, the most alike first.</param>
    /// <param name="compared">How many works were compared.</param>
    public static IEnumerable<(string Name, string Html)> Of(IReadOnlyList<SimilarPair> pairs, int compared)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var list = new Html("Similar hand-ins").Paragraph(Warning).Paragraph(string.Create(CultureInfo.InvariantCulture, $"{compared} works compared; the {pairs.Count} pairs that are most alike beyond the stub, the given files and what most of the class shares."));
        list.Table(["#Likeness", "#Passages", "Exercise", "Students", ""], pairs.Select((p, i) => (IReadOnlyList<string>)
            [Percent(p), p.Shared.ToString(CultureInfo.InvariantCulture), Html.Of(p.One.Exercise), Html.Of($"{p.One.Student} and {p.Other.Student}"), $"<a href=\"{NameOf(i)}\">side by side</a>"]));
        yield return ("index.html", list.ToString());
        for (var i = 0; i < pairs.Count; i++)
            yield return (NameOf(i), Page(pairs[i]));
    }

    private static string NameOf(int index) => string.Create(CultureInfo.InvariantCulture, $"pair-{index + 1:000}.html");

    private static string Page(SimilarPair pair)
    {
        var html = new Html($"{pair.One.Exercise}: {pair.One.Student} and {pair.Other.Student}").Paragraph(Warning).Paragraph($"Likeness {Percent(pair)}, {pair.Shared} shared passages; their lines are marked.");
        return html.Table([pair.One.Student, pair.Other.Student], [[Sources(pair.One, pair.LinesOfOne), Sources(pair.Other, pair.LinesOfOther)]]).ToString();
    }

    private static string Sources(Work work, IReadOnlySet<(string File, int Line)> marked)
    {
        var html = new StringBuilder();
        foreach (var (name, text) in work.Files)
        {
            html.Append(CultureInfo.InvariantCulture, $"<b>{Html.Of(name)}</b><pre>");
            foreach (var (line, number) in text.ReplaceLineEndings("\n").Split('\n').Select((l, i) => (l, i + 1)))
                html.Append(CultureInfo.InvariantCulture, $"{number,4}  {(marked.Contains((name, number)) ? $"<mark>{Html.Of(line)}</mark>" : Html.Of(line))}\n");
            html.Append("</pre>");
        }

        return html.ToString();
    }

    private static string Percent(SimilarPair pair) => string.Create(CultureInfo.InvariantCulture, $"{pair.Likeness * 100:0} %");
}
