using ExerciseKit.Classes.HandIns;
using ExerciseKit.Classes.Results;

namespace ExerciseKit.Classes.Gradebooks;

/// <summary>What each student has, drawn from the records alone: the same records give the same gradebook.</summary>
/// <param name="Rows">A line for each student and hand-in, by student, the one that counts last.</param>
/// <param name="Exercises">The exercises that anybody handed in or had to, with the points that each gives.</param>
public sealed record Gradebook(IReadOnlyList<GradebookRow> Rows, IReadOnlyList<(string Id, int MaxScore)> Exercises)
{
    /// <summary>The points that could be reached in all exercises.</summary>
    public int MaxScore => Exercises.Sum(e => e.MaxScore);

    /// <summary>Draws it.</summary>
    public static Gradebook Of(IReadOnlyList<HandInRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        var rows = records
            .SelectMany(r => r.Students.Select(s => (Student: s, Record: r)))
            .GroupBy(r => r.Student.Id, StringComparer.OrdinalIgnoreCase)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .SelectMany(g => RowsOf([.. g.OrderBy(r => r.Record, HandInOrder.Instance)]));
        var exercises = records.SelectMany(r => r.Exercises).GroupBy(e => e.Id).Select(g => (g.Key, g.Max(e => e.MaxScore))).OrderBy(e => e.Key, StringComparer.Ordinal);
        return new Gradebook([.. rows], [.. exercises]);
    }

    private static IEnumerable<GradebookRow> RowsOf(IReadOnlyList<(Student Student, HandInRecord Record)> handIns)
    {
        var last = handIns[^1].Record;
        return handIns.Select(h => new GradebookRow(h.Student, h.Record, h.Record == last) { Reason = string.Join(' ', ReasonsOf(h.Record, last, handIns.Count)) });
    }

    private static IEnumerable<string> ReasonsOf(HandInRecord record, HandInRecord last, int count)
    {
        if (record.Fault is { } fault)
            yield return $"The grader failed; grade again. {fault}";
        if (record.Problem is { } problem)
            yield return problem;
        if (record != last)
            yield return $"A later hand-in counts: {last.Place}.";
        else if (count > 1)
            yield return $"The last of {count} hand-ins.";
        if (record.IsMarkedLate)
            yield return "Marked late.";
        foreach (var note in record.Notes)
            yield return note;
    }
}
