using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Web.Access;
using ExerciseKit.Service.Web.Markup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Web.Teachers;

/// <summary>What waits, who grades, what went wrong, and what came in last.</summary>
internal static class QueueEndpoints
{
    private const int Newest = 30;

    private static readonly TimeSpan Alive = TimeSpan.FromMinutes(2);

    public static void Map(IEndpointRouteBuilder teacher)
    {
        teacher.MapGet("queue", ShowAsync);
        teacher.MapPost("alarms/{id:guid}/seen", SeenAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, ServiceDatabase database, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var now = await context.NowAsync(cancellation).ConfigureAwait(false);
        var states = await context.Gradings.GroupBy(g => g.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation).ConfigureAwait(false);
        var oldest = await context.Gradings.Where(g => g.State == GradingState.Waiting).OrderBy(g => g.AskedAt).Select(g => (DateTimeOffset?)g.AskedAt).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
        var workers = await context.Workers.AsNoTracking().Where(w => w.EndedAt == null || w.EndedAt > now - TimeSpan.FromHours(1)).OrderByDescending(w => w.LastSeenAt).ToListAsync(cancellation).ConfigureAwait(false);
        var alarms = await context.Alarms.AsNoTracking().Where(a => a.SeenAt == null).OrderByDescending(a => a.At).ToListAsync(cancellation).ConfigureAwait(false);
        var newest = await context.HandIns.AsNoTracking().OrderByDescending(h => h.ReceivedAt).Take(Newest).Select(h => new
        {
            Row = h,
            State = h.Gradings.Where(g => g.Reason != GradingReason.Regrading).OrderByDescending(g => g.AskedAt).Select(g => (GradingState?)g.State).FirstOrDefault(),
        }).ToListAsync(cancellation).ConfigureAwait(false);
        var page = http.PageOf();
        int Count(GradingState state) => states.Find(s => s.Key == state)?.Count ?? 0;
        return page.Show(page.Say("Queue and workers", "队列和评分机器"), Html.Of($"""
            <div id="refresh" data-seconds="30">
            <p class="score"><b>{page.Say($"{Count(GradingState.Waiting)} wait, {Count(GradingState.Grading)} are being graded", $"等待 {Count(GradingState.Waiting)} 份，正在评 {Count(GradingState.Grading)} 份")}</b>{(oldest is { } since ? $" · {page.Say($"the oldest for {page.Span(now - since)}", $"最早的等了 {page.Span(now - since)}")}" : "")} · {page.Say($"graded {Count(GradingState.Graded)}, replaced {Count(GradingState.Cancelled)}, failed {Count(GradingState.GraderFailed)}", $"已评 {Count(GradingState.Graded)}，被代替 {Count(GradingState.Cancelled)}，出错 {Count(GradingState.GraderFailed)}")}</p>
            <p><a href="{ServicePolicies.JobsPath}">{page.Say("The engine's own pages", "引擎自带的页面")}</a></p>
            {(alarms.Count == 0 ? Html.None : Html.Of($"<section><h2 class=\"bad\">{page.Say("Alarms", "警报")}</h2>{alarms.Select(a => Alarm(page, a))}</section>"))}
            <h2>{page.Say("Workers", "评分机器")}</h2>
            {(workers.Count == 0 ? Html.Of($"<p class=\"bad\">{page.Say("No worker is there. What is handed in is kept; start one with kit work.", "没有评分机器。提交都会保存；请用 kit work 启动一台。")}</p>") : Table.Of(
                page.Say("Workers", "评分机器"),
                [page.Say("Machine", "机器"), "#" + page.Say("Jobs", "并行数"), page.Say("Last seen", "最近一次出现"), page.Say("State", "状态")],
                workers.Select(w => (IReadOnlyList<Html>)[Html.Of($"{w.Machine} <span class=\"quiet\">{w.ProcessId}</span>"), Html.Of($"{w.Jobs}"), page.Time(w.LastSeenAt), State(page, w, now)])))}
            <h2>{page.Say("What came in last", "最近收到的提交")}</h2>
            {Table.Of(
                page.Say("Newest hand-ins", "最近的提交"),
                [page.Say("When", "时间"), page.Say("Student", "学生"), page.Say("Exercises", "练习"), page.Say("State", "状态")],
                newest.Select(h => (IReadOnlyList<Html>)[Html.Of($"<a href=\"/hand-ins/{h.Row.Id}\">{page.Time(h.Row.ReceivedAt)}</a>"), Table.Cell(page.Id(h.Row.PersonId)), Table.Cell(string.Join(", ", h.Row.Exercises)), Table.Cell(Word(page, h.State))]))}
            </div>
            """), "watch.js");
    }

    private static async Task<IResult> SeenAsync(HttpContext http, Guid id, ServiceDatabase database, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var now = await context.NowAsync(cancellation).ConfigureAwait(false);
        var by = http.Person()!.Id;
        var seen = await context.Alarms.Where(a => a.Id == id && a.SeenAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.SeenAt, now).SetProperty(a => a.SeenBy, by), cancellation).ConfigureAwait(false);
        return seen == 0 ? Results.NotFound() : Results.Redirect("/teacher/queue");
    }

    private static Html Alarm(Page page, AlarmRow alarm) => Html.Of($"""
        <div class="check"><p>{page.Time(alarm.At)} · {page.Say(alarm.English, alarm.Chinese)}{(alarm.HandInId is { } handIn ? Html.Of($" <a href=\"/hand-ins/{handIn}\">{page.Say("The hand-in", "这份提交")}</a>") : Html.None)}</p>
        <form method="post" action="/teacher/alarms/{alarm.Id}/seen">{page.Form}<button type="submit">{page.Say("I have seen it", "我已知道")}</button></form></div>
        """);

    private static Html State(Page page, WorkerRow worker, DateTimeOffset now) => worker switch
    {
        { RefusedAt: not null } => Html.Of($"<span class=\"badge bad\">{page.Say("takes no more jobs", "不再接任务")}</span> {worker.RefusedFor}"),
        { EndedAt: not null } => Html.Of($"<span class=\"quiet\">{page.Say("ended", "已结束")}</span>"),
        _ when now - worker.LastSeenAt > Alive => Html.Of($"<span class=\"badge bad\">{page.Say("silent", "没有音讯")}</span>"),
        _ => Html.Of($"<span class=\"badge good\">{page.Say("works", "工作中")}</span>"),
    };

    private static string Word(Page page, GradingState? state) => state switch
    {
        GradingState.Waiting => page.Say("waits", "等待中"),
        GradingState.Grading => page.Say("is being graded", "评分中"),
        GradingState.Graded => page.Say("graded", "已评"),
        GradingState.Cancelled => page.Say("replaced by a newer one", "被更新的提交代替"),
        GradingState.GraderFailed => page.Say("the grader failed", "评分程序出错"),
        _ => "",
    };
}
