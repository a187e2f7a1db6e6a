using System.Globalization;
using ExerciseKit.Classes.HandIns;
using ExerciseKit.Classes.Policy;
using ExerciseKit.Classes.Results;

namespace ExerciseKit.Classes.Gradebooks;

/// <summary>Makes the gradebook's lines: who each hand-in is from, which one counts, and which mark it gets.</summary>
/// <param name="rules">What decides marks.</param>
/// <param name="marks">The policy's rules; null where points are marks.</param>
internal sealed class RowMaking(ClassRules rules, MarkRules? marks)
{
    public IEnumerable<GradebookRow> Rows(IReadOnlyList<HandInRecord> records)
    {
        var handIns = records.SelectMany(r => r.Students.Select(s => Found(s, r))).ToList();
        var students = handIns.Select(h => h.Student.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return handIns
            .GroupBy(h => h.Student.Id, StringComparer.OrdinalIgnoreCase)
            .SelectMany(g => RowsOf([.. g.OrderBy(h => h.Record, HandInOrder.Instance)]))
            .Concat((rules.Roster?.Students ?? []).Where(s => !students.Contains(s.Id)).Select(s => new GradebookRow(s, s, null, Counts: true) { Reason = "No hand-in." }))
            .OrderBy(r => r.Student.Id, StringComparer.Ordinal);
    }

    private FoundHandIn Found(Student student, HandInRecord record)
    {
        string? why = null;
        var ofRoster = rules.Roster?.Find(student, out why);
        var its = ofRoster is null ? student : ofRoster with { Email = ofRoster.Email ?? student.Email };
        var submitted = rules.Times?.Of([student.Id, its.Id, student.Name, its.Name, its.Email]) ?? record.SubmittedAt;
        return new FoundHandIn(its, student, record with { SubmittedAt = submitted }, record, why);
    }

    private IEnumerable<GradebookRow> RowsOf(IReadOnlyList<FoundHandIn> handIns)
    {
        var beyond = BeyondTheDay(handIns);
        var last = handIns.LastOrDefault(h => !beyond.Contains(h)) ?? handIns[0];
        foreach (var handIn in handIns)
        {
            var row = new GradebookRow(handIn.Student, handIn.InSystem, handIn.Kept, handIn == last) { SubmittedAt = handIn.Record.SubmittedAt };
            if (row.HasScore && marks is not null)
                row = row with { Mark = marks.Of([handIn.Student, handIn.InSystem], handIn.Record, handIn.Record.SubmittedAt) };
            yield return row with { Reason = string.Join(' ', ReasonsOf(handIn, last, handIns.Count, beyond).Concat(row.Mark?.Changes.Select(c => c.Words.En) ?? [])) };
        }
    }

    // One that the grader failed on costs no attempt.
    private List<FoundHandIn> BeyondTheDay(IReadOnlyList<FoundHandIn> handIns) => rules.Policy is not { AttemptsPerDay: { } most } policy ? [] :
    [
        .. handIns.Where(h => h.Record is { SubmittedAt: not null, Fault: null })
            .GroupBy(h => TimeZoneInfo.ConvertTime(h.Record.SubmittedAt!.Value, policy.TimeZone).Date)
            .SelectMany(day => day.Skip(most)),
    ];

    private IEnumerable<string> ReasonsOf(FoundHandIn handIn, FoundHandIn last, int count, List<FoundHandIn> beyond)
    {
        if (handIn.Record.Fault is { } fault)
            yield return $"The grader failed; grade again. {fault}";
        if (handIn.Record.Problem is { } problem)
            yield return problem;
        if (beyond.Contains(handIn))
            yield return string.Create(CultureInfo.InvariantCulture, $"More than {rules.Policy!.AttemptsPerDay} hand-ins that day, so it does not count ({handIn.Record.Score - last.Record.Score:+0;-0;0} against the one that does).");
        else if (handIn != last)
            yield return $"A later hand-in counts: {last.Record.Place}.";
        else if (count > 1)
            yield return beyond.Count > 0 ? $"The last of {count} hand-ins that counts." : $"The last of {count} hand-ins.";
        if (handIn.Record.IsMarkedLate)
            yield return "Marked late.";
        if (handIn.WhyNotOfRoster is { } why)
            yield return why;
        foreach (var note in handIn.Record.Notes)
            yield return note;
    }

    private sealed record FoundHandIn(Student Student, Student InSystem, HandInRecord Record, HandInRecord Kept, string? WhyNotOfRoster);
}
