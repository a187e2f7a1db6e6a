using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Teaching;
using ExerciseKit.Service.Web.Access;
using ExerciseKit.Service.Web.Markup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Web.Teachers;

/// <summary>The log of every change.</summary>
internal static class AuditEndpoints
{
    private const int Shown = 500;

    public static void Map(IEndpointRouteBuilder teacher)
    {
        teacher.MapGet("audit", ShowAsync);
        teacher.MapGet("audit.csv", CsvAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, ServiceDatabase database, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var page = http.PageOf();
        var rows = await context.Audit.AsNoTracking().OrderByDescending(a => a.Id).Take(Shown).ToListAsync(cancellation).ConfigureAwait(false);
        return page.Show(page.Say("Log of changes", "改动日志"), Html.Of($"""
            <p>{page.Say($"Who changed what, when and why; the newest {Shown}. Nothing here can be changed or removed.", $"谁在何时改了什么、为什么；最近 {Shown} 条。这里的内容不能改也不能删。")} <a href="/teacher/audit.csv">{page.Say("All of it as CSV", "全部导出为 CSV")}</a></p>
            {AuditTable.Of(page, rows)}
            """));
    }

    private static async Task<IResult> CsvAsync(ServiceDatabase database, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        return Results.Text(await ClassExport.AuditAsync(context, cancellation).ConfigureAwait(false), "text/csv; charset=utf-8");
    }
}
