using ExerciseKit.Classes.Regrading;
using ExerciseKit.Classes.Results;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Service.Courses;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Receiving;
using ExerciseKit.Service.Teaching;
using ExerciseKit.Service.Web.Access;
using ExerciseKit.Service.Web.HandIns;
using ExerciseKit.Service.Web.Markup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Web.Teachers;

/// <summary>Grading a set again beside the marks that stand, looking at what would change, and then taking or forgetting it.</summary>
internal static class RegradingEndpoints
{
    public static void Map(IEndpointRouteBuilder teacher)
    {
        teacher.MapGet("regradings", ListAsync);
        teacher.MapPost("regradings", AskAsync);
        teacher.MapGet("regradings/{id:guid}", ShowAsync);
        teacher.MapPost("regradings/{id:guid}/apply", ApplyAsync);
        teacher.MapPost("regradings/{id:guid}/discard", DiscardAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext http, ServiceDatabase database, CourseReader courses, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var course = await courses.ReadAsync(context, cancellation).ConfigureAwait(false);
        var rows = await context.Regradings.AsNoTracking().OrderByDescending(r => r.AskedAt).ToListAsync(cancellation).ConfigureAwait(false);
        var page = http.PageOf(course);
        return page.Show(page.Say("Regrading", "重新评分"), Html.Of($"""
            <p>{page.Say("A set is graded again beside the marks that stand. You look at what would change, and then apply or discard it.", "在现有成绩之外把一批提交重新评一次。先看会有什么变化，再应用或丢弃。")}</p>
            <form method="post" action="/teacher/regradings" class="row-form">
            {page.Form}
            {Table.Field(page.Say("Name", "名称"), "name", Html.Of($"<input id=\"name\" name=\"name\" required maxlength=\"40\" pattern=\"[\\p{{L}}\\p{{N}}_\\-]+\">"))}
            {Table.Field(page.Say("Exercise", "练习"), "exercise", Html.Of($"<select id=\"exercise\" name=\"exercise\"><option value=\"\">{page.Say("all", "全部")}</option>{course.Policy.Exercises.Select(e => Html.Of($"<option>{e.Id}</option>"))}</select>"))}
            {Table.Field(page.Say("Check, by its id; empty for all", "检查项编号；不填为全部"), "check", Html.Of($"<input id=\"check\" name=\"check\" maxlength=\"100\">"))}
            <p><label><input type="checkbox" name="failed" value="1"> {page.Say("only with a check that did not pass", "只包括有未通过检查项的")}</label></p>
            {Table.Reason(page, "why")}
            <p><button type="submit">{page.Say("Grade again", "重新评分")}</button></p>
            </form>
            {Table.Of(
                page.Say("Regradings", "重新评分"),
                [page.Say("Name", "名称"), page.Say("Asked for", "要求时间"), page.Say("By", "由谁"), page.Say("State", "状态")],
                rows.Select(r => (IReadOnlyList<Html>)[Html.Of($"<a href=\"/teacher/regradings/{r.Id}\">{r.Name}</a>"), page.Time(r.AskedAt), Table.Cell(r.AskedBy), Table.Cell(State(page, r.State))]))}
            """));
    }

    private static async Task<IResult> AskAsync(HttpContext http, ServiceDatabase database, IGradingQueue queue, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation).ConfigureAwait(false);
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var choice = new RegradeChoice(form["failed"].ToString() == "1", Given(form["exercise"].ToString()), Given(form["check"].ToString()));
        var (id, gradings) = await RegradingSets.AskAsync(context, form["name"].ToString(), choice, http.Person()!.Id, form["why"], cancellation).ConfigureAwait(false);
        await queue.AskedAsync(gradings, cancellation).ConfigureAwait(false);
        return Results.Redirect($"/teacher/regradings/{id}");
    }

    private static async Task<IResult> ShowAsync(HttpContext http, Guid id, ServiceDatabase database, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        if (await context.Regradings.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation).ConfigureAwait(false) is not { } row)
            return Results.NotFound();
        var preview = await RegradingPreview.ReadAsync(context, id, cancellation).ConfigureAwait(false);
        var names = await context.People.AsNoTracking().ToDictionaryAsync(p => p.Id, cancellation).ConfigureAwait(false);
        var page = http.PageOf();
        var changes = preview.Changes.ToList();
        return page.Show($"{page.Say("Regrading", "重新评分")} {row.Name}", Html.Of($"""
            <p>{State(page, row.State)} · {page.Say($"{preview.Pairs.Count} graded again, {preview.Open} to come, {preview.Failed} on which the grader failed", $"已重评 {preview.Pairs.Count} 份，还有 {preview.Open} 份，评分程序出错 {preview.Failed} 份")}</p>
            <p class="score"><b>{page.Say($"{Counted.Of(changes.Count, "check")} of {Counted.Of(changes.Select(c => c.Pair.HandInId).Distinct().Count(), "hand-in")} came out otherwise", $"{changes.Select(c => c.Pair.HandInId).Distinct().Count()} 份提交的 {changes.Count} 个检查项有变化")}</b></p>
            {Table.Of(
                page.Say("What would change", "会有的变化"),
                [page.Say("Student", "学生"), page.Say("Check", "检查项"), page.Say("Before", "之前"), page.Say("After", "之后"), "#" + page.Say("Points", "得分")],
                changes.Select(c => (IReadOnlyList<Html>)
                [
                    Html.Of($"{page.Link(names[c.Pair.PersonId])} <a href=\"/hand-ins/{c.Pair.HandInId}\">{page.Say("hand-in", "提交")}</a>"),
                    Html.Of($"<span class=\"quiet\">{c.Exercise}</span> {page.Say(CheckWords.TitleOf(c.Exercise, c.Check, (c.After ?? c.Before)!.Title))}"),
                    Verdict(page, c.Before),
                    Verdict(page, c.After),
                    Html.Of($"{c.Before?.Points ?? 0} → {c.After?.Points ?? 0}"),
                ]))}
            {(row.State == RegradingState.Beside ? Decide(page, row) : Html.None)}
            """));
    }

    private static Html Decide(Page page, RegradingRow row) => Html.Of($"""
        <form method="post" action="/teacher/regradings/{row.Id}/apply" class="row-form">
        {page.Form}
        <p><label><input type="checkbox" name="neverLower" value="1"> {page.Say("a hand-in that would get less keeps what it has", "分数会降低的提交保持原样")}</label></p>
        {Table.Reason(page, "apply-why")}
        <p><button type="submit" class="main">{page.Say("Apply", "应用")}</button></p>
        </form>
        <form method="post" action="/teacher/regradings/{row.Id}/discard" class="row-form">
        {page.Form}
        {Table.Reason(page, "discard-why")}
        <p><button type="submit">{page.Say("Discard", "丢弃")}</button></p>
        </form>
        """);

    private static async Task<IResult> ApplyAsync(HttpContext http, Guid id, ServiceDatabase database, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation).ConfigureAwait(false);
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        await RegradingSets.ApplyAsync(context, id, form["neverLower"].ToString() == "1", http.Person()!.Id, form["why"], cancellation).ConfigureAwait(false);
        return Results.Redirect($"/teacher/regradings/{id}");
    }

    private static async Task<IResult> DiscardAsync(HttpContext http, Guid id, ServiceDatabase database, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation).ConfigureAwait(false);
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        await RegradingSets.DiscardAsync(context, id, http.Person()!.Id, form["why"], cancellation).ConfigureAwait(false);
        return Results.Redirect("/teacher/regradings");
    }

    private static string? Given(string value) => value.Length > 0 ? value : null;

    private static Html Verdict(Page page, CheckMark? check) => check is null ? Html.Of($"<span class=\"quiet\">–</span>") : Html.Of($"<span class=\"badge {(check.Status == CheckStatus.Passed ? "good" : "bad")}\">{page.Say(VerdictWords.Of(check.Verdict))}</span>");

    private static string State(Page page, RegradingState state) => state switch
    {
        RegradingState.Applied => page.Say("applied", "已应用"),
        RegradingState.Discarded => page.Say("discarded", "已丢弃"),
        _ => page.Say("stands beside the marks", "与现有成绩并存"),
    };
}
