using System.Globalization;
using ExerciseKit.Classes.Results;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Classes.Pages;

/// <summary>One hand-in's page.</summary>
internal static class HandInPage
{
    /// <summary>The page.</summary>
    /// <param name="record">The hand-in.</param>
    /// <param name="result">Its result; null where there is none.</param>
    /// <param name="hidden">Why what a check found is not shown, by exercise and check; null where it is. Null for showing all.</param>
    public static string Of(HandInRecord record, GradeResult? result, Func<string, string, string?>? hidden = null)
    {
        var html = new Html(string.Join(", ", record.Students.Select(s => s.Name == s.Id ? s.Id : $"{s.Name} ({s.Id})")));
        html.Paragraph($"Handed in as {record.Place}{(record.SubmittedAt is { } at ? string.Create(CultureInfo.InvariantCulture, $" at {at:yyyy-MM-dd HH:mm:ss zzz}") : "")}.");
        foreach (var note in record.Notes)
            html.Paragraph(note);
        if ((record.Problem ?? record.Fault) is { } why)
            html.Add($"<p class=\"bad\">{Html.Of(record.Problem is null ? $"The grader failed, so no mark may be drawn from this: {why}" : $"Nothing could be graded: {why}")}</p>");
        if (result is null)
            return html.ToString();
        html.Paragraph($"{result.Score} of {result.MaxScore} points.");
        foreach (var exercise in result.Exercises)
            Add(html, exercise, check => hidden?.Invoke(exercise.Id, check.Id));
        return html.ToString();
    }

    private static void Add(Html html, ExerciseResult exercise, Func<CheckResult, string?> hidden)
    {
        html.Heading($"{exercise.Id}  {exercise.Title.En}: {exercise.Score} of {exercise.MaxScore}");
        foreach (var remark in exercise.Remarks)
            html.Paragraph(remark.En);
        html.Table(["#Points", "Check", "Verdict", "What was found"], exercise.Checks.Select(c => (IReadOnlyList<string>)
        [
            $"{c.Points}/{c.MaxPoints}",
            Html.Of(c.Title.En),
            hidden(c) is null ? $"<span class=\"{(c.Status == CheckStatus.Passed ? "good" : "bad")}\">{Html.Of(VerdictName.Of(c.Verdict))}</span>" : "",
            hidden(c) is { } why ? $"<span class=\"quiet\">{Html.Of(why)}</span>" : Found(c),
        ]));
        foreach (var check in exercise.Checks.Where(c => c.Timeline.Count > 0 && hidden(c) is null))
        {
            html.Add($"<h3>{Html.Of(check.Title.En)}</h3>");
            html.Table(["#Step", "#Time", "Who", "What", "Result", "Where"], check.Timeline.Select(s => (IReadOnlyList<string>)
            [
                s.Step.ToString(CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"{s.TimeMs / 1000:0.###} s"),
                Html.Of(s.Agent),
                Html.Of(s.Operation.En),
                Html.Of(s.Result.En),
                Html.Of(s.Site?.ToString() ?? ""),
            ]));
        }

        if (exercise.Output.Head.Length > 0)
            html.Add($"<h3>What the program printed</h3>\n<pre>{Html.Of(exercise.Output.Head)}{(exercise.Output.OmittedBytes > 0 ? $"… {exercise.Output.OmittedBytes} bytes left out …\n" : "")}{Html.Of(exercise.Output.Tail)}</pre>");
    }

    private static string Found(CheckResult check)
    {
        var found = Html.Of(check.Message.En).Replace("\n", "<br>", StringComparison.Ordinal);
        if (check.Hint is { } hint)
            found += $"<br><span class=\"quiet\">{Html.Of(hint.En)}</span>";
        return found + string.Concat((check.Cycle ?? []).Select(link => $"<br>{Html.Of(link.En)}"));
    }
}
