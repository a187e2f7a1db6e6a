using ExerciseKit.Classes.Results;
using ExerciseKit.Contract.Results;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Marking;
using ExerciseKit.Service.Web.Markup;
using ExerciseKit.Service.Web.Students;

namespace ExerciseKit.Service.Web.HandIns;

/// <summary>A hand-in's page: while it is graded, what comes; then what it gave.</summary>
internal sealed class HandInPage(Page page, FoundHandIn found, GradingView? view, HandInRecord? record, Standing standing, bool hasReport)
{
    private HandInRow Row => found.Row;

    public Html Body => Html.Of($"""
        <p>{page.Time(Row.ReceivedAt)} · {(page.HidesNames ? Html.None : Html.Of($"{Row.FileName} · "))}{page.Say($"{Row.Bytes} bytes", $"{Row.Bytes} 字节")} · <a href="/hand-ins/{Row.Id}/file">{page.Say("Download what was handed in", "下载提交的文件")}</a></p>
        {(view is { IsDone: false } ? Live : Result)}
        {Earlier}
        """);

    private Html Live => Html.Of($"""
        <section id="live" aria-live="polite" data-events="/hand-ins/{Row.Id}/events" data-state="/hand-ins/{Row.Id}/state">
        <p class="message" id="how-far">{LiveState.WordsOf(view!, page)}</p>
        <ul class="checks" id="seen">{LiveState.Of(view, found.Sight, page).Checks.Select(Seen)}</ul>
        </section>
        <noscript><p><a href="/hand-ins/{Row.Id}">{page.Say("Look again", "刷新")}</a></p></noscript>
        """);

    private static Html Seen(LiveCheck check) => Html.Of($"<li><span class=\"badge {check.Kind}\">{check.Verdict}</span> {check.Points} <b>{check.Title}</b> <span class=\"quiet\">{check.Exercise}</span></li>");

    private Html Result => Html.Of($"""
        <p class="message" role="status">{(view is null ? "" : LiveState.WordsOf(view, page))}</p>
        {(record?.Problem is { } problem ? Html.Of($"<p class=\"message bad\">{problem}</p>") : Html.None)}
        {(record is null ? Html.None : Html.Of($"<p class=\"score\"><b>{page.Say($"{record.Score} of {record.MaxScore} points", $"{record.MaxScore} 分中得 {record.Score} 分")}</b></p>"))}
        {Reasons}
        {record?.Exercises.Select(Checks) ?? []}
        {(hasReport ? Report : Html.None)}
        """);

    private Html Reasons
    {
        get
        {
            var its = standing.Mark.Changes.Where(c => Row.Exercises.Contains(c.Exercise) && standing.Exercises.Any(e => e.Id == c.Exercise && e.Counting?.Id == Row.Id)).ToList();
            return its.Count == 0 ? Html.None : Html.Of($"<h2>{page.Say("What the mark is made of", "成绩的构成")}</h2><ul>{its.Select(c => Html.Of($"<li>{page.Say(c.Words)}</li>"))}</ul>");
        }
    }

    private Html Checks(ExerciseMark exercise) => Html.Of($"<h2>{exercise.Id}</h2>{Table.Of(
        page.Say($"The checks of {exercise.Id}", $"{exercise.Id} 的检查项"),
        [page.Say("Check", "检查项"), page.Say("What came out", "结果"), "#" + page.Say("Points", "得分")],
        exercise.Checks.Select(c => found.Sight.LineOf(exercise.Id, c)).Select(c => (IReadOnlyList<Html>)
        [
            Table.Cell(page.Say(c.Title)),
            c.Status is { } status ? Html.Of($"<span class=\"badge {(status == CheckStatus.Passed ? "good" : "bad")}\">{page.Say(c.Verdict)}</span>") : Html.Of($"<span class=\"quiet\">{page.Say(c.Verdict)}</span>"),
            Html.Of($"{c.Points}/{c.MaxPoints}"),
        ]))}");

    private Html Report => Html.Of($"""
        <h2>{page.Say("The report, step by step", "逐步的报告")}</h2>
        <p><a href="/hand-ins/{Row.Id}/report">{page.Say("Open it by itself", "单独打开")}</a>{(HidesAny ? Html.Of($" <span class=\"quiet\">{page.Say("It leaves out the checks that are not shown, with their points.", "其中不含不显示的检查项，也不含它们的分数。")}</span>") : Html.None)}</p>
        <iframe class="report" title="{page.Say("The report, step by step", "逐步的报告")}" src="/hand-ins/{Row.Id}/report" sandbox="allow-scripts"></iframe>
        """);

    private bool HidesAny => record?.Exercises.Any(e => e.Checks.Any(c => found.Sight.Hidden(e.Id, c.Id) is not null)) == true;

    private Html Earlier
    {
        get
        {
            var others = standing.Exercises.Where(e => Row.Exercises.Contains(e.Id)).SelectMany(e => e.HandIns).Where(h => h.Id != Row.Id).DistinctBy(h => h.Id).OrderByDescending(h => h.ReceivedAt).ToList();
            return others.Count == 0 ? Html.None : Html.Of($"<h2>{page.Say("Other hand-ins of the same", "同一练习的其他提交")}</h2><ul class=\"handins\">{others.Select(Other)}</ul>");
        }
    }

    private Html Other(HandInFact other) => Html.Of($"<li><a href=\"/hand-ins/{other.Id}\">{page.Time(other.ReceivedAt)}</a> {HandInWords.State(page, other, null)} · <a href=\"/hand-ins/{Row.Id}/against/{other.Id}\">{page.Say("Compare", "比较")}</a></li>");
}
