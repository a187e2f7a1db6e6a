using System.Globalization;
using CsvHelper;

namespace ExerciseKit.Classes.Gradebooks;

/// <summary>Writes a gradebook as CSV. No cell is ever a formula, and a number is a number.</summary>
/// <param name="book">The gradebook.</param>
/// <param name="assignment">What the systems call it.</param>
public sealed class GradebookCsv(Gradebook book, string assignment)
{
    /// <summary>How every CSV is written: no text is ever a formula.</summary>
    internal static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape, NewLine = "\n" };

    /// <summary>The file's text.</summary>
    public string Of(GradebookFormat format)
    {
        using var text = new StringWriter();
        using (var csv = CsvWriter.Create(text, Options, leaveOpen: true))
        {
            switch (format)
            {
                case GradebookFormat.Moodle:
                    WriteMoodle(csv);
                    break;
                case GradebookFormat.Canvas:
                    WriteCanvas(csv);
                    break;
                case GradebookFormat.Gradescope:
                    WriteGradescope(csv);
                    break;
                default:
                    WritePlain(csv);
                    break;
            }
        }

        return text.ToString();
    }

    private IEnumerable<GradebookRow> Counting => book.Rows.Where(r => r.Counts || r.Record is null);

    private void WritePlain(CsvWriter csv)
    {
        Heads(csv, ["Student", "Name", "Email", "Hand-in", "Counts", "Status", "Score", .. book.HasMarks ? ["Mark"] : Array.Empty<string>(), "Max", .. book.Exercises.Select(e => e.Id), "Submitted", "Reason"]);
        foreach (var row in book.Rows)
        {
            Texts(csv, row.Student.Id, row.Student.Name, row.Student.Email, row.Record?.Place, row.Counts ? "yes" : "no", row.Status);
            Number(csv, row.HasScore ? row.Record!.Score : null);
            if (book.HasMarks)
                Number(csv, row.Points);
            Number(csv, book.Max);
            foreach (var (id, _) in book.Exercises)
                Number(csv, row.PointsOf(id));
            Texts(csv, row.SubmittedAt?.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture), row.Reason);
            csv.EndRecord();
        }
    }

    // Its identifiers are as in the grading worksheet; the feedback is imported, too.
    private void WriteMoodle(CsvWriter csv)
    {
        Heads(csv, "Identifier", "Full name", "Email address", "Grade", "Maximum grade", "Feedback comments");
        foreach (var row in Counting)
        {
            Texts(csv, row.InSystem.Id.All(char.IsAsciiDigit) ? $"Participant {row.InSystem.Id}" : row.InSystem.Id, row.InSystem.Name, row.Student.Email);
            Number(csv, row.Points);
            Number(csv, book.Max);
            Texts(csv, row.Reason);
            csv.EndRecord();
        }
    }

    // The second line tells the points that an assignment gives.
    private void WriteCanvas(CsvWriter csv)
    {
        Heads(csv, "Student", "ID", "SIS User ID", "SIS Login ID", "Section", assignment);
        csv.WriteField("    Points Possible");
        Texts(csv, "", "", "", "");
        Number(csv, book.Max);
        csv.EndRecord();
        foreach (var row in Counting)
        {
            Texts(csv, row.Student.Name, row.InSystem.Id, row.Student.Id == row.InSystem.Id ? "" : row.Student.Id, row.Student.Email, "");
            Number(csv, row.Points);
            csv.EndRecord();
        }
    }

    private void WriteGradescope(CsvWriter csv)
    {
        Heads(csv, "Name", "SID", "Email", "Total Score", "Max Points", "Status", "Submission ID", "Submission Time");
        foreach (var row in Counting)
        {
            Texts(csv, row.Student.Name, row.InSystem.Id, row.Student.Email);
            Number(csv, row.Points);
            Number(csv, book.Max);
            Texts(csv, row.Record is null ? "Missing" : row.HasScore ? "Graded" : "Ungraded", row.Record?.Place, row.SubmittedAt?.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture));
            csv.EndRecord();
        }
    }

    private static void Heads(CsvWriter csv, params IReadOnlyList<string> heads)
    {
        Texts(csv, [.. heads]);
        csv.EndRecord();
    }

    // A line break in a cell is legal, and half of all importers break on it; what stands before a sign may be cut off by them.
    internal static void Texts(CsvWriter csv, params string?[] texts)
    {
        foreach (var text in texts)
            csv.WriteField(text is null ? "" : string.Concat(text.ReplaceLineEndings(" ").Where(c => !char.IsControl(c))).TrimStart());
    }

    internal static void Number(CsvWriter csv, decimal? number)
    {
        if (number is { } given)
            csv.WriteField(given / 1.000000000000000000000000000000m);
        else
            csv.WriteField("");
    }
}
