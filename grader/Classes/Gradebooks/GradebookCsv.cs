using CsvHelper;
using ExerciseKit.Classes.Results;

namespace ExerciseKit.Classes.Gradebooks;

/// <summary>Writes a gradebook as CSV. No cell is ever a formula, and a number is a number.</summary>
/// <param name="book">The gradebook.</param>
/// <param name="assignment">What the systems call it.</param>
public sealed class GradebookCsv(Gradebook book, string assignment)
{
    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape, NewLine = "\n" };

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
        Heads(csv, ["Student", "Name", "Email", "Hand-in", "Counts", "Status", "Score", "Max", .. book.Exercises.Select(e => e.Id), "Submitted", "Reason"]);
        foreach (var row in book.Rows)
        {
            Texts(csv, row.Student.Id, row.Student.Name, row.Student.Email, row.Record?.Place, row.Counts ? "yes" : "no", row.Status);
            Number(csv, ScoreOf(row));
            Number(csv, book.MaxScore);
            foreach (var (id, _) in book.Exercises)
                Number(csv, row.HasScore ? row.Record!.Exercises.FirstOrDefault(e => e.Id == id)?.Score : null);
            Texts(csv, row.Record?.SubmittedAt?.ToString("yyyy-MM-ddTHH:mm:sszzz"), row.Reason);
            csv.EndRecord();
        }
    }

    // Its identifiers are as in the grading worksheet; the feedback is imported, too.
    private void WriteMoodle(CsvWriter csv)
    {
        Heads(csv, "Identifier", "Full name", "Email address", "Grade", "Maximum grade", "Feedback comments");
        foreach (var row in Counting)
        {
            Texts(csv, row.Student.Id.All(char.IsAsciiDigit) ? $"Participant {row.Student.Id}" : row.Student.Id, row.Student.Name, row.Student.Email);
            Number(csv, ScoreOf(row));
            Number(csv, book.MaxScore);
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
        Number(csv, book.MaxScore);
        csv.EndRecord();
        foreach (var row in Counting)
        {
            Texts(csv, row.Student.Name, row.Student.Id, "", row.Student.Email, "");
            Number(csv, ScoreOf(row));
            csv.EndRecord();
        }
    }

    private void WriteGradescope(CsvWriter csv)
    {
        Heads(csv, "Name", "SID", "Email", "Total Score", "Max Points", "Status", "Submission ID", "Submission Time");
        foreach (var row in Counting)
        {
            Texts(csv, row.Student.Name, row.Student.Id, row.Student.Email);
            Number(csv, ScoreOf(row));
            Number(csv, book.MaxScore);
            Texts(csv, row.Record is null ? "Missing" : row.HasScore ? "Graded" : "Ungraded", row.Record?.Place, row.Record?.SubmittedAt?.ToString("yyyy-MM-dd HH:mm:ss zzz"));
            csv.EndRecord();
        }
    }

    private static decimal? ScoreOf(GradebookRow row) => row.HasScore ? ScoreOf(row.Record!) : null;

    private static decimal ScoreOf(HandInRecord record) => record.Score;

    private static void Heads(CsvWriter csv, params IReadOnlyList<string> heads)
    {
        Texts(csv, [.. heads]);
        csv.EndRecord();
    }

    // A line break in a cell is legal, and half of all importers break on it; what stands before a sign may be cut off by them.
    private static void Texts(CsvWriter csv, params string?[] texts)
    {
        foreach (var text in texts)
            csv.WriteField(text is null ? "" : string.Concat(text.ReplaceLineEndings(" ").Where(c => !char.IsControl(c))).TrimStart());
    }

    private static void Number(CsvWriter csv, decimal? number)
    {
        if (number is { } given)
            csv.WriteField(given / 1.000000000000000000000000000000m);
        else
            csv.WriteField("");
    }
}
