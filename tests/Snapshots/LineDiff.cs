using System.Text;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace ExerciseKit.Snapshots;

/// <summary>The lines that differ, with two lines of context around them.</summary>
internal static class LineDiff
{
    private const int ContextLines = 2;

    public static string Of(string before, string after)
    {
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(before, after, ignoreWhitespace: false).Lines;
        var text = new StringBuilder();
        var shown = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsNearAChange(lines, i))
                continue;
            if (i > shown + 1)
                text.Append("  …\n");
            shown = i;
            text.Append(Mark(lines[i].Type)).Append(Visible(lines[i])).Append('\n');
        }

        if (text.Length == 0)
            text.Append("  only the newline at the end differs\n");
        return text.ToString();
    }

    private static bool IsNearAChange(List<DiffPiece> lines, int index)
    {
        var end = Math.Min(lines.Count - 1, index + ContextLines);
        for (var i = Math.Max(0, index - ContextLines); i <= end; i++)
        {
            if (lines[i].Type != ChangeType.Unchanged)
                return true;
        }

        return false;
    }

    private static string Mark(ChangeType type) => type switch
    {
        ChangeType.Deleted => "- ",
        ChangeType.Inserted => "+ ",
        _ => "  ",
    };

    // Blanks at a line's end are the difference that nobody sees.
    private static string Visible(DiffPiece line)
    {
        if (line.Type == ChangeType.Unchanged)
            return line.Text;
        var end = line.Text.TrimEnd();
        return end + new string('·', line.Text.Length - end.Length);
    }
}
