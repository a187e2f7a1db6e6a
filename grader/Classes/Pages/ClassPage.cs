using System.Globalization;
using ExerciseKit.Classes.Gradebooks;
using ExerciseKit.Classes.Results;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Classes.Pages;

/// <summary>The page of a whole class: who has what, what most fail and by which fault, and how the scores are spread.</summary>
public static class ClassPage
{
    private const int Bins = 10;
    private const int BarHeight = 120;
    private const int BarWidth = 48;
    private const int LongestTold = 10;

    /// <summary>The page.</summary>
    /// <param name="book">The gradebook.</param>
    /// <param name="title">What it is of.</param>
    /// <param name="notes">What is to be said of the whole, a sentence each.</param>
    public static string Of(Gradebook book, string title, IReadOnlyList<string> notes)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(notes);
        var html = new Html(title);
        var counting = book.Rows.Where(r => r is { Counts: true, Record: not null }).ToList();
        html.Paragraph($"{Count(book.Rows.Select(r => r.Student.Id).Distinct().Count(), "student")}, {Count(book.Rows.Select(r => r.Record?.Key).OfType<string>().Distinct().Count(), "hand-in")}: {string.Join(", ", book.Rows.GroupBy(r => r.Status).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}"))}.");
        foreach (var note in notes)
            html.Paragraph(note);
        AddDistribution(html, [.. counting.Where(r => r.HasScore).Select(r => r.Points!.Value)], book.Max);
        AddStudents(html, book);
        AddChecks(html, [.. counting.Where(r => r.HasScore).Select(r => r.Record!)]);
        AddTimes(html, [.. book.Rows.Select(r => r.Record).OfType<HandInRecord>().DistinctBy(r => r.Key)]);
        return html.ToString();
    }

    private static void AddDistribution(Html html, IReadOnlyList<decimal> scores, decimal max)
    {
        html.Heading("Scores");
        if (scores.Count == 0 || max == 0)
        {
            html.Paragraph("There are none.");
            return;
        }

        var sorted = scores.Order().ToList();
        var median = (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
        html.Paragraph(string.Create(CultureInfo.InvariantCulture, $"Of {max:0.##} points: mean {scores.Average():0.0}, median {median:0.##}, least {sorted[0]:0.##}, most {sorted[^1]:0.##}."));
        var bins = scores.GroupBy(s => Math.Clamp((int)(s * Bins / max), 0, Bins - 1)).ToDictionary(g => g.Key, g => g.Count());
        var most = bins.Values.Max();
        html.Add($"<svg width=\"{Bins * BarWidth}\" height=\"{BarHeight + 40}\" role=\"img\" aria-label=\"How many students reached how much\">");
        for (var bin = 0; bin < Bins; bin++)
        {
            var count = bins.GetValueOrDefault(bin);
            var height = count * BarHeight / most;
            html.Add($"<rect x=\"{(bin * BarWidth) + 4}\" y=\"{BarHeight + 16 - height}\" width=\"{BarWidth - 8}\" height=\"{height}\"></rect><text x=\"{(bin * BarWidth) + (BarWidth / 2)}\" y=\"{BarHeight + 12 - height}\" text-anchor=\"middle\">{count}</text><text x=\"{(bin * BarWidth) + (BarWidth / 2)}\" y=\"{BarHeight + 34}\" text-anchor=\"middle\">{bin * 100 / Bins}–{(bin + 1) * 100 / Bins} %</text>");
        }

        html.Add("</svg>");
    }

    private static void AddStudents(Html html, Gradebook book)
    {
        html.Heading("Students");
        html.Table(["Student", "Name", "#Score", .. book.Exercises.Select(e => "#" + e.Id), "Hand-in", "Remarks"], book.Rows.Select(r => (IReadOnlyList<string>)
        [
            Html.Of(r.Student.Id),
            Html.Of(r.Student.Name),
            r.Points is { } points ? $"<{(r.Counts ? "b" : "span class=\"quiet\"")}>{Number(points)}</{(r.Counts ? "b" : "span")}>/{Number(book.Max)}" : "",
            .. book.Exercises.Select(e => r.PointsOf(e.Id) is { } part ? Number(part) : ""),
            r.Record is null ? "" : $"<a href=\"hand-ins/{r.Record.Key}/index.html\">{Html.Of(r.Record.Place)}</a>",
            r.Status is "graded" ? Html.Of(r.Reason) : $"<span class=\"bad\">{Html.Of(r.Status)}</span> {Html.Of(r.Reason)}",
        ]));
    }

    private static void AddChecks(Html html, IReadOnlyList<HandInRecord> records)
    {
        html.Heading("What fails most");
        var checks = records
            .SelectMany(r => r.Exercises.SelectMany(e => e.Checks.Select(c => (Exercise: e.Id, Check: c))))
            .GroupBy(c => (c.Exercise, c.Check.Id, c.Check.Title))
            .Select(g => (g.Key, All: g.Count(), Failed: g.Where(c => c.Check.Status != CheckStatus.Passed).Select(c => c.Check.Verdict).ToList()))
            .Where(c => c.Failed.Count > 0)
            .OrderByDescending(c => (double)c.Failed.Count / c.All).ThenByDescending(c => c.Failed.Count).ThenBy(c => c.Key.Exercise, StringComparer.Ordinal).ThenBy(c => c.Key.Id, StringComparer.Ordinal);
        html.Table(["#Fail", "Exercise", "Check", "By which fault"], checks.Select(c => (IReadOnlyList<string>)
        [
            string.Create(CultureInfo.InvariantCulture, $"{c.Failed.Count} of {c.All}"),
            Html.Of(c.Key.Exercise),
            Html.Of(c.Key.Title),
            Html.Of(string.Join(", ", c.Failed.GroupBy(v => v).OrderByDescending(v => v.Count()).ThenBy(v => v.Key).Select(v => $"{VerdictName.Of(v.Key)} {v.Count()}"))),
        ]));
    }

    private static void AddTimes(Html html, IReadOnlyList<HandInRecord> records)
    {
        html.Heading("Time and limits");
        var graded = records.Where(r => r.DurationMs > 0).ToList();
        var limited = records.Where(r => r.Exercises.SelectMany(e => e.Checks).Any(c => c.Verdict is Verdict.Limit or Verdict.Hang)).ToList();
        html.Paragraph(string.Create(CultureInfo.InvariantCulture, $"{graded.Sum(r => r.DurationMs) / 1000:0.0} s for {Count(graded.Count, "hand-in")}; {Count(limited.Count, "hand-in")} used up a limit{(limited.Count > 0 ? ": " : ".")}{string.Join(", ", limited.Select(r => r.Place))}"));
        html.Table(["#Seconds", "Longest"], graded.OrderByDescending(r => r.DurationMs).Take(LongestTold).Select(r => (IReadOnlyList<string>)
            [string.Create(CultureInfo.InvariantCulture, $"{r.DurationMs / 1000:0.0}"), $"<a href=\"hand-ins/{r.Key}/index.html\">{Html.Of(r.Place)}</a>"]));
    }

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
