using ExerciseKit.Contract;
using ExerciseKit.Exercises;
using ExerciseKit.Service.Courses;
using ExerciseKit.Service.Marking;
using ExerciseKit.Service.Web.Markup;

namespace ExerciseKit.Service.Web.Students;

/// <summary>A student's first page: each exercise, how it stands, and a form to hand it in.</summary>
internal sealed class StudentPage(Page page, StandingCourse course, ExerciseCatalog catalog, Standings marks, Standing standing, IReadOnlyList<HandInFact> facts, DateTimeOffset now)
{
    public Html Body => Html.Of($"""
        <p class="score"><b>{page.Say($"{Times.Number(standing.Mark.Points)} of {Times.Number(standing.Max)} points", $"{Times.Number(standing.Max)} 分中得 {Times.Number(standing.Mark.Points)} 分")}</b>{LateDays}</p>
        {standing.Exercises.Select(Exercise)}
        <section><h2>{page.Say("Several exercises at once", "一次提交多个练习")}</h2>
        <p class="quiet">{page.Say("A zip that kit pack made, or any zip of exercise folders.", "kit pack 打的包，或者任何包含练习文件夹的 zip。")}</p>
        {Form(null, null)}
        </section>
        """);

    private Html LateDays => course.Policy.LateDays == 0 ? Html.None : Html.Of($" · {page.Say($"late days left: {standing.Mark.LateDaysLeft} of {course.Policy.LateDays}", $"剩余迟交额度：{standing.Mark.LateDaysLeft}/{course.Policy.LateDays} 天")}");

    private Html Exercise(ExerciseStanding its)
    {
        var title = catalog.Find(its.Id)?.Title ?? LocalizedText.Same(its.Id);
        return Html.Of($"""
            <section class="card" id="{its.Id}">
            <h2>{its.Id} · {page.Say(title)} <span class="points">{Times.Number(its.Points)}/{Times.Number(its.Max)}</span></h2>
            <p>{Due(its)}{Attempts(its)}</p>
            {Newest(its)}
            {(its.AttemptsLeft == 0 ? Html.Of($"<p class=\"quiet\">{page.Say($"All hand-ins of today are used up. The next day begins at 00:00 in {course.Policy.TimeZone.Id}.", $"今天的提交次数用完了。新的一天从 {course.Policy.TimeZone.Id} 的 00:00 开始。")}</p>") : Form(its.Id, marks.CostOf(standing.Person, facts, [its.Id], now)))}
            </section>
            """);
    }

    private Html Due(ExerciseStanding its) => its.Due is not { } due
        ? Html.Of($"{page.Say("No due time.", "没有截止时间。")}")
        : Html.Of($"{page.Say("Due", "截止")} {page.Time(due)}{(due < now ? Html.Of($" <span class=\"badge bad\">{page.Say("past", "已过")}</span>") : Html.Of($" <span class=\"quiet\">({page.Say($"in {page.Span(due - now)}", $"还有 {page.Span(due - now)}")})</span>"))}");

    private Html Attempts(ExerciseStanding its) => its.AttemptsLeft is not { } left ? Html.None : Html.Of($" · {page.Say($"hand-ins left today: {left} of {course.Policy.AttemptsPerDay}", $"今天还可提交 {left}/{course.Policy.AttemptsPerDay} 次")}");

    private Html Newest(ExerciseStanding its) => its.HandIns.Count == 0
        ? Html.Of($"<p class=\"quiet\">{page.Say("Nothing was handed in yet.", "还没有提交。")}</p>")
        : Html.Of($"<ul class=\"handins\">{its.HandIns.Take(5).Select(h => HandIn(its, h))}</ul>{(its.HandIns.Count > 5 ? Html.Of($"<p><a href=\"/hand-ins?exercise={its.Id}\">{page.Say($"All {its.HandIns.Count} hand-ins", $"全部 {its.HandIns.Count} 次提交")}</a></p>") : Html.None)}");

    private Html HandIn(ExerciseStanding its, HandInFact fact) => Html.Of($"<li><a href=\"/hand-ins/{fact.Id}\">{page.Time(fact.ReceivedAt)}</a> {HandInWords.State(page, fact, its.Id)}{(fact == its.Counting ? Html.Of($" <span class=\"badge good\">{page.Say("counts", "计入成绩")}</span>") : Html.None)}</li>");

    private Html Form(string? exercise, LateCost? cost)
    {
        var id = exercise ?? "several";
        if (cost is { Closed.Count: > 0 })
            return Html.Of($"<p class=\"quiet\">{page.Say("Closed: no points can be reached any more. Ask your teacher for an extension.", "已关闭：已经得不到分了。请向老师申请延期。")}</p>");
        return Html.Of($"""
            <form class="drop" method="post" action="/hand-ins" enctype="multipart/form-data" data-sending="{page.Say("Sending …", "正在上传……")}" data-failed="{page.Say("It could not be sent. Look at your connection and try again.", "没有传上去。请检查网络再试。")}">
            {page.Form}
            {(exercise is null ? Html.None : Html.Of($"<input type=\"hidden\" name=\"exercise\" value=\"{exercise}\">"))}
            <input type="hidden" name="sentAs" value="{Guid.NewGuid()}">
            <p class="field"><label for="files-{id}">{(exercise is null ? page.Say("The zip", "zip 文件") : page.Say($"Your files for {exercise}: {string.Join(", ", catalog.Find(exercise)?.Files ?? [])}, or a zip", $"{exercise} 的文件：{string.Join("、", catalog.Find(exercise)?.Files ?? [])}，或者 zip"))}</label>
            <input id="files-{id}" type="file" name="files" required{(exercise is null ? Html.Of($" accept=\".zip,.tar,.tgz,.gz\"") : Html.Of($" multiple accept=\".cs,.zip,.tar,.tgz,.gz\""))}></p>
            {(cost is null ? Html.None : HandInWords.Agreement(page, cost, id))}
            <p><button type="submit" class="main">{page.Say("Hand in", "提交")}</button> <span class="quiet dropping">{page.Say("or drop the files here", "或者把文件拖到这里")}</span></p>
            <p class="told" role="status"></p>
            </form>
            """);
    }
}
