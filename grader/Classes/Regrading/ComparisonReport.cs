using System.Globalization;
using CsvHelper;
using ExerciseKit.Classes.Gradebooks;
using ExerciseKit.Classes.Pages;

namespace ExerciseKit.Classes.Regrading;

/// <summary>Tells a comparison as text, as CSV or as a page.</summary>
/// <param name="comparison">The comparison.</param>
public sealed class ComparisonReport(MarkComparison comparison)
{
    private static readonly string[] Heads = ["Hand-in", "Student", "Exercise", "Check", "Before", "Points", "After", "Points", "Change", "Why"];

    /// <summary>A line for each mark that differs, then the whole in one.</summary>
    public string Text()
    {
        var lines = comparison.Alarms.Select(a => "ALARM  " + Plain(a)).ToList();
        foreach (var handIn in comparison.Changes.GroupBy(c => (c.Place, c.Student)))
        {
            lines.Add($"{Plain(handIn.Key.Student)}  ({Plain(handIn.Key.Place)}): {Signed(handIn.Sum(c => c.PointsAfter - c.PointsBefore))}");
            lines.AddRange(handIn.Select(c => Plain($"  {c.Exercise}  {c.Check}: {c.Before} ({c.PointsBefore}) became {c.After} ({c.PointsAfter}); {c.Why}")));
        }

        lines.Add(Summary);
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>The same as CSV.</summary>
    public string Csv()
    {
        using var text = new StringWriter();
        using (var csv = CsvWriter.Create(text, GradebookCsv.Options, leaveOpen: true))
        {
            GradebookCsv.Texts(csv, Heads);
            csv.EndRecord();
            foreach (var c in comparison.Changes)
            {
                GradebookCsv.Texts(csv, c.Place, c.Student, c.Exercise, c.Check, c.Before);
                GradebookCsv.Number(csv, c.PointsBefore);
                GradebookCsv.Texts(csv, c.After);
                GradebookCsv.Number(csv, c.PointsAfter);
                GradebookCsv.Number(csv, c.PointsAfter - c.PointsBefore);
                GradebookCsv.Texts(csv, c.Why);
                csv.EndRecord();
            }
        }

        return text.ToString();
    }

    /// <summary>The same as a page.</summary>
    public string Page()
    {
        var html = new Html("Marks compared").Paragraph(Summary);
        foreach (var alarm in comparison.Alarms)
            html.Add($"<p class=\"bad\">{Html.Of(alarm)}</p>");
        return html.Table([.. Heads.Select(h => h is "Points" or "Change" ? "#" + h : h)], comparison.Changes.Select(c => (IReadOnlyList<string>)
        [
            Html.Of(c.Place), Html.Of(c.Student), Html.Of(c.Exercise), Html.Of(c.Check), Html.Of(c.Before), Number(c.PointsBefore), Html.Of(c.After), Number(c.PointsAfter), Signed(c.PointsAfter - c.PointsBefore), Html.Of(c.Why),
        ])).ToString();
    }

    private string Summary =>
        $"{comparison.Changes.Count} marks of {comparison.Changes.Select(c => c.Place).Distinct().Count()} hand-ins differ, of {comparison.Compared} compared; {comparison.Kits}.{(comparison.Reworded.Count > 0 ? $" {comparison.Reworded.Count} more differ in what was found, with the same marks." : "")}";

    // A terminal obeys what a name may hold.
    private static string Plain(string text) => string.Concat(text.ReplaceLineEndings(" ").Select(c => char.IsControl(c) ? '?' : c));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Signed(int number) => number.ToString("+0;-0;0", CultureInfo.InvariantCulture);
}
