using ExerciseKit.Classes.Results;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Service.Courses;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Marking;
using ExerciseKit.Service.Teaching;
using ExerciseKit.Service.Web.Access;
using ExerciseKit.Service.Web.HandIns;
using ExerciseKit.Service.Web.Markup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ExerciseKit.Service.Web.Teachers;

/// <summary>The class: who handed in, marks, and what most fail by.</summary>
internal static class ClassEndpoints
{
    public static void Map(IEndpointRouteBuilder teacher)
    {
        teacher.MapGet("", ShowAsync);
        teacher.MapGet("faults", FaultsAsync);
        teacher.MapPost("blind", BlindAsync);
        teacher.MapGet("marks.csv", MarksAsync);
        teacher.MapGet("export.zip", ExportAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, ServiceDatabase database, CourseReader courses, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var view = await ClassView.ReadAsync(context, courses, cancellation).ConfigureAwait(false);
        var page = http.PageOf(view.Course);
        var handedIn = view.Standings.Count(s => s.Exercises.Any(e => e.HandIns.Count > 0));
        var shown = page.HidesNames ? view.Standings.OrderBy(s => Names.KeyOf(s.Person.Id), StringComparer.Ordinal) : view.Standings.AsEnumerable();
        return page.Show(view.Course.Policy.Name, Html.Of($"""
            <p class="score"><b>{page.Say($"{handedIn} of {Counted.Of(view.Standings.Count, "student")} handed in", $"{view.Standings.Count} 名学生中有 {handedIn} 名提交了")}</b></p>
            <div class="actions">
            <form method="post" action="/teacher/blind">{page.Form}<input type="hidden" name="hide" value="{(page.HidesNames ? "0" : "1")}"><button type="submit" aria-pressed="{(page.HidesNames ? "true" : "false")}">{(page.HidesNames ? page.Say("Show names", "显示姓名") : page.Say("Mark without names", "匿名评分"))}</button></form>
            <a href="/teacher/marks.csv">{page.Say("Marks as CSV", "成绩 CSV")}</a>
            <a href="/teacher/export.zip">{page.Say("Export everything", "导出全部")}</a>
            </div>
            {Table.Of(
                page.Say("Students and their marks", "学生和成绩"),
                [page.Say("Student", "学生"), "#" + page.Say("Mark", "成绩"), .. view.Course.Policy.Exercises.Select(e => "#" + e.Id), page.Say("Newest hand-in", "最近提交"), "#" + page.Say("Late days left", "剩余迟交天数")],
                shown.Select(s => Row(page, s)))}
            """));
    }

    private static IReadOnlyList<Html> Row(Page page, Standing standing)
    {
        var newest = standing.Exercises.SelectMany(e => e.HandIns).MaxBy(h => h.ReceivedAt);
        return
        [
            Html.Of($"{page.Link(standing.Person)}{(page.HidesNames ? Html.None : Html.Of($" <span class=\"quiet\">{standing.Person.Id}</span>"))}{(standing.Person.LeftAt is null ? Html.None : Html.Of($" <span class=\"badge\">{page.Say("left", "已离开")}</span>"))}"),
            Html.Of($"{(newest is null && standing.Mark.Points == 0 ? "" : Times.Number(standing.Mark.Points))}"),
            .. standing.Exercises.Select(e => Cell(page, e)),
            newest is null ? Html.Of($"<span class=\"quiet\">{page.Say("none", "无")}</span>") : Html.Of($"<a href=\"/hand-ins/{newest.Id}\">{page.Time(newest.ReceivedAt)}</a>"),
            Html.Of($"{standing.Mark.LateDaysLeft}"),
        ];
    }

    private static Html Cell(Page page, ExerciseStanding its) => its switch
    {
        { HandIns: [{ IsOpen: true }, ..], Counting: null } => Html.Of($"<span class=\"badge\">{page.Say("waits", "等待")}</span>"),
        { Counting: { } counting } => Html.Of($"<a href=\"/hand-ins/{counting.Id}\">{Times.Number(its.Points)}</a>"),
        { Points: not 0 } => Html.Of($"{Times.Number(its.Points)}"),
        _ => Html.None,
    };

    private static async Task<IResult> FaultsAsync(HttpContext http, ServiceDatabase database, CourseReader courses, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var view = await ClassView.ReadAsync(context, courses, cancellation).ConfigureAwait(false);
        var page = http.PageOf(view.Course);
        var checks = view.Standings
            .SelectMany(s => s.Exercises.Where(e => e.Counting?.Record is not null).SelectMany(e => e.Counting!.Record!.Exercises.Where(r => r.Id == e.Id).SelectMany(r => r.Checks.Select(c => (Exercise: e.Id, Check: c)))))
            .ToList();
        return page.Show(page.Say("What the class fails by", "全班的错误"), Html.Of($"""
            <p>{page.Say("Of each student the hand-in that counts.", "每位学生取计入成绩的那次提交。")}</p>
            <h2>{page.Say("By kind", "按种类")}</h2>
            {Table.Of(page.Say("Faults by kind", "各种错误"), [page.Say("Fault", "错误"), "#" + page.Say("Checks", "检查项")], checks.Where(c => c.Check.Status != CheckStatus.Passed).GroupBy(c => c.Check.Verdict).OrderByDescending(g => g.Count()).ThenBy(g => g.Key)
                .Select(g => (IReadOnlyList<Html>)[Table.Cell(page.Say(VerdictWords.Of(g.Key))), Html.Of($"{g.Count()}")]))}
            <h2>{page.Say("By check", "按检查项")}</h2>
            {Table.Of(page.Say("Checks that fail most", "最常不通过的检查项"), [page.Say("Check", "检查项"), "#" + page.Say("Fail", "不通过"), page.Say("By which fault", "错误种类")], ByCheck(page, checks))}
            """));
    }

    private static IEnumerable<IReadOnlyList<Html>> ByCheck(Page page, IEnumerable<(string Exercise, CheckMark Check)> checks) => checks
        .GroupBy(c => (c.Exercise, c.Check.Id))
        .Select(g => (g.Key, Title: CheckWords.TitleOf(g.Key.Exercise, g.Key.Id, g.First().Check.Title), All: g.Count(), Failed: g.Where(c => c.Check.Status != CheckStatus.Passed).Select(c => c.Check.Verdict).ToList()))
        .Where(c => c.Failed.Count > 0)
        .OrderByDescending(c => (double)c.Failed.Count / c.All).ThenByDescending(c => c.Failed.Count).ThenBy(c => c.Key.Exercise, StringComparer.Ordinal)
        .Select(c => (IReadOnlyList<Html>)
        [
            Html.Of($"<span class=\"quiet\">{c.Key.Exercise}</span> {page.Say(c.Title)}"),
            Html.Of($"{c.Failed.Count}/{c.All}"),
            Table.Cell(page.Say(LocalizedText.Join((", ", "，"), c.Failed.GroupBy(v => v).OrderByDescending(v => v.Count()).Select(v => new LocalizedText($"{VerdictWords.Of(v.Key).En} {v.Count()}", $"{VerdictWords.Of(v.Key).Zh} {v.Count()}"))))),
        ]);

    private static async Task<IResult> BlindAsync(HttpContext http, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation).ConfigureAwait(false);
        http.HideNames(form["hide"].ToString() == "1");
        return Results.Redirect("/teacher");
    }

    private static async Task<IResult> MarksAsync(ServiceDatabase database, CourseReader courses, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var view = await ClassView.ReadAsync(context, courses, cancellation).ConfigureAwait(false);
        var facts = await FactReading.ReadAsync(context, null, cancellation).ConfigureAwait(false);
        return Results.Text(ClassExport.Marks(view.Course, view.Standings.Select(s => s.Person), facts, view.Now), "text/csv; charset=utf-8");
    }

    private static async Task<IResult> ExportAsync(ServiceDatabase database, CourseReader courses, CancellationToken cancellation)
    {
        // On disk first: a fault in the middle shall be told, and not be a zip that is cut off.
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        await ClassExport.WriteAsync(file, context, await courses.ReadAsync(context, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        file.Position = 0;
        return Results.File(file, "application/zip", "class.zip");
    }
}
