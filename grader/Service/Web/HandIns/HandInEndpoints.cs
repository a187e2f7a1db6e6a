using ExerciseKit.Classes.Results;
using ExerciseKit.Contract;
using ExerciseKit.Pages;
using ExerciseKit.Service.Courses;
using ExerciseKit.Service.Data.Contents;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Marking;
using ExerciseKit.Service.Web.Access;
using ExerciseKit.Service.Web.Safety;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Web.HandIns;

/// <summary>A hand-in: its page, what comes while it is graded, its report, its file, and how it differs from another.</summary>
internal static class HandInEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var handIn = routes.MapGroup("/hand-ins/{id:guid}").RequireAuthorization(ServicePolicies.SignedIn);
        handIn.MapGet("", ShowAsync);
        handIn.MapGet("state", StateAsync);
        handIn.MapGet("events", EventsAsync).RequireRateLimiting(Limits.Watch);
        handIn.MapGet("report", ReportAsync);
        handIn.MapGet("file", FileAsync);
        handIn.MapGet("against/{other:guid}", CompareAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, Guid id, string? same, ServiceDatabase database, CourseReader courses, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var course = await courses.ReadAsync(context, cancellation).ConfigureAwait(false);
        if (await FoundHandIn.FindAsync(context, course, id, http.Person()!, cancellation).ConfigureAwait(false) is not { } found)
            return Results.NotFound();
        var view = await GradingView.ReadAsync(context, id, cancellation).ConfigureAwait(false);
        var result = found.Row.ResultId is { } its ? await context.Results.AsNoTracking().Where(r => r.Id == its).Select(r => new { r.Record, HasContent = r.Content != null }).SingleAsync(cancellation).ConfigureAwait(false) : null;
        var standing = new Standings(course).Of(found.Owner, await FactReading.ReadAsync(context, found.Owner.Id, cancellation).ConfigureAwait(false), await context.NowAsync(cancellation).ConfigureAwait(false));
        var page = http.PageOf(course) with { Notice = same is null ? null : new LocalizedText("This is the same as you handed in before, so it was not taken again, and no attempt was charged.", "这和你之前提交的一样，所以没有重复接收，也不计入提交次数。") };
        var title = page.Say($"Hand-in for {string.Join(", ", found.Row.Exercises)}", $"{string.Join("、", found.Row.Exercises)} 的提交");
        return page.Show(title, new HandInPage(page, found, view, result is null ? null : ResultContent.ReadRecord(result.Record), standing, result is { HasContent: true }).Body, "watch.js");
    }

    private static async Task<IResult> StateAsync(HttpContext http, Guid id, ServiceDatabase database, CourseReader courses, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var course = await courses.ReadAsync(context, cancellation).ConfigureAwait(false);
        if (await FoundHandIn.FindAsync(context, course, id, http.Person()!, cancellation).ConfigureAwait(false) is not { } found)
            return Results.NotFound();
        return Results.Json(LiveState.Of(await GradingView.ReadAsync(context, id, cancellation).ConfigureAwait(false), found.Sight, http.PageOf(course)));
    }

    private static async Task<IResult> EventsAsync(HttpContext http, Guid id, ServiceDatabase database, CourseReader courses, TimeProvider clock, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var course = await courses.ReadAsync(context, cancellation).ConfigureAwait(false);
        if (await FoundHandIn.FindAsync(context, course, id, http.Person()!, cancellation).ConfigureAwait(false) is not { } found)
            return Results.NotFound();
        return TypedResults.ServerSentEvents(LiveState.FollowAsync(database, id, found.Sight, http.PageOf(course), clock, cancellation));
    }

    private static async Task<IResult> ReportAsync(HttpContext http, Guid id, ServiceDatabase database, CourseReader courses, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var course = await courses.ReadAsync(context, cancellation).ConfigureAwait(false);
        if (await FoundHandIn.FindAsync(context, course, id, http.Person()!, cancellation).ConfigureAwait(false) is not { Row.ResultId: { } its } found
            || await context.Results.AsNoTracking().Where(r => r.Id == its).Select(r => r.Content).SingleAsync(cancellation).ConfigureAwait(false) is not { } content)
        {
            return Results.NotFound();
        }

        var (result, _) = found.Sight.Of(ResultContent.Read(content));
        var sources = StoredSources.For(result.SubmissionHash, await StoredSources.ReadAsync(context, found.Row, courses.Catalog, cancellation).ConfigureAwait(false));
        http.Response.Headers.ContentSecurityPolicy = ContentPolicy.Report;
        http.Response.Headers.XFrameOptions = "SAMEORIGIN";
        return Results.Content(ReportPage.Of(result, sources, http.LanguageOf()), "text/html; charset=utf-8");
    }

    private static async Task<IResult> FileAsync(HttpContext http, Guid id, ServiceDatabase database, CourseReader courses, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var course = await courses.ReadAsync(context, cancellation).ConfigureAwait(false);
        if (await FoundHandIn.FindAsync(context, course, id, http.Person()!, cancellation).ConfigureAwait(false) is not { } found)
            return Results.NotFound();
        var file = await context.HandInFiles.AsNoTracking().SingleAsync(f => f.HandInId == id, cancellation).ConfigureAwait(false);
        // Never as what it says it is: a browser shall keep it, and show nothing of it.
        return Results.File(file.Content, "application/octet-stream", found.Row.FileName);
    }

    private static async Task<IResult> CompareAsync(HttpContext http, Guid id, Guid other, ServiceDatabase database, CourseReader courses, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var course = await courses.ReadAsync(context, cancellation).ConfigureAwait(false);
        var one = await FoundHandIn.FindAsync(context, course, id, http.Person()!, cancellation).ConfigureAwait(false);
        var two = await FoundHandIn.FindAsync(context, course, other, http.Person()!, cancellation).ConfigureAwait(false);
        if (one is null || two is null || one.Owner.Id != two.Owner.Id)
            return Results.NotFound();
        var (before, after) = one.Row.ReceivedAt <= two.Row.ReceivedAt ? (one, two) : (two, one);
        var page = http.PageOf(course);
        return page.Show(page.Say("Two hand-ins compared", "两次提交的比较"), new ComparisonPage(page, await SideAsync(before).ConfigureAwait(false), await SideAsync(after).ConfigureAwait(false)).Body);

        async Task<(FoundHandIn, HandInRecord?, ExerciseKit.Grading.Submissions.HandInFiles)> SideAsync(FoundHandIn found)
        {
            var record = found.Row.ResultId is { } its ? await context.Results.AsNoTracking().Where(r => r.Id == its).Select(r => r.Record).SingleAsync(cancellation).ConfigureAwait(false) : null;
            return (found, record is null ? null : ResultContent.ReadRecord(record), await StoredSources.ReadAsync(context, found.Row, courses.Catalog, cancellation).ConfigureAwait(false));
        }
    }
}
