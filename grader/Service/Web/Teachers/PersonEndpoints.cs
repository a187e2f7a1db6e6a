using System.Globalization;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Service.Courses;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Marking;
using ExerciseKit.Service.Teaching;
using ExerciseKit.Service.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Web.Teachers;

/// <summary>One student: hand-ins, the mark with its reasons, and what a teacher may change.</summary>
internal static class PersonEndpoints
{
    public static void Map(IEndpointRouteBuilder teacher)
    {
        var student = teacher.MapGroup("students/{key}");
        student.MapGet("", (HttpContext http, string key, ServiceDatabase database, CourseReader courses, CancellationToken cancellation) => ShowAsync(http, key, null, database, courses, cancellation));
        student.MapPost("overrides", OverrideAsync);
        student.MapPost("overrides/{id:guid}/withdraw", (HttpContext http, string key, Guid id, ServiceDatabase database, CancellationToken cancellation) =>
            ChangeAsync(http, key, database, (context, _, form) => Overrides.WithdrawAsync(context, id, By(http), form["why"], cancellation), cancellation));
        student.MapPost("extensions", ExtendAsync);
        student.MapPost("extensions/{id:guid}/withdraw", (HttpContext http, string key, Guid id, ServiceDatabase database, CancellationToken cancellation) =>
            ChangeAsync(http, key, database, (context, _, form) => Extensions.WithdrawAsync(context, id, By(http), form["why"], cancellation), cancellation));
        student.MapPost("links", LinkAsync);
        student.MapPost("links/revoke", (HttpContext http, string key, ServiceDatabase database, CancellationToken cancellation) =>
            ChangeAsync(http, key, database, (context, person, form) => SignInLinks.RevokeAsync(context, person.Id, By(http), form["why"], cancellation), cancellation));
    }

    private static string By(HttpContext http) => http.Person()!.Id;

    private static async Task<IResult> ShowAsync(HttpContext http, string key, string? link, ServiceDatabase database, CourseReader courses, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        if (await FindAsync(context, key, cancellation).ConfigureAwait(false) is not { } person)
            return Results.NotFound();
        var course = await courses.ReadAsync(context, cancellation).ConfigureAwait(false);
        var facts = await FactReading.ReadAsync(context, person.Id, cancellation).ConfigureAwait(false);
        var standing = new Standings(course).Of(person, facts, await context.NowAsync(cancellation).ConfigureAwait(false));
        var page = http.PageOf(course);
        var body = new PersonPage(
            page,
            course,
            standing,
            facts,
            await context.Overrides.AsNoTracking().Where(o => o.PersonId == person.Id && o.WithdrawnAt == null).OrderBy(o => o.GivenAt).ToListAsync(cancellation).ConfigureAwait(false),
            await context.Extensions.AsNoTracking().Where(e => e.PersonId == person.Id && e.WithdrawnAt == null).OrderBy(e => e.GivenAt).ToListAsync(cancellation).ConfigureAwait(false),
            await context.SignInLinks.AsNoTracking().Where(l => l.PersonId == person.Id).OrderByDescending(l => l.IssuedAt).ToListAsync(cancellation).ConfigureAwait(false),
            await context.Audit.AsNoTracking().Where(a => a.PersonId == person.Id).OrderByDescending(a => a.Id).ToListAsync(cancellation).ConfigureAwait(false),
            link).Body;
        return page.Show(page.Name(person), body);
    }

    private static Task<IResult> OverrideAsync(HttpContext http, string key, ServiceDatabase database, CourseReader courses, CancellationToken cancellation) =>
        ChangeAsync(http, key, database, async (context, person, form) =>
        {
            if (!decimal.TryParse(form["points"].ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points))
                throw new BadInputException(($"\"{form["points"]}\" is no number of points. Write it as 3 or 3.5.", $"“{form["points"]}”不是分数。请写成 3 或 3.5 的形式。"));
            await Overrides.GiveAsync(context, await courses.ReadAsync(context, cancellation).ConfigureAwait(false), person.Id, form["exercise"].ToString(), points, By(http), form["why"], cancellation).ConfigureAwait(false);
        }, cancellation);

    private static Task<IResult> ExtendAsync(HttpContext http, string key, ServiceDatabase database, CourseReader courses, CancellationToken cancellation) =>
        ChangeAsync(http, key, database, async (context, person, form) =>
        {
            var course = await courses.ReadAsync(context, cancellation).ConfigureAwait(false);
            var exercise = form["exercise"].ToString() is { Length: > 0 } id ? id : null;
            await Extensions.GiveAsync(context, course, person.Id, exercise, DueTime.Read(form["due"].ToString(), course.Policy.TimeZone), By(http), form["why"], cancellation).ConfigureAwait(false);
        }, cancellation);

    private static async Task<IResult> LinkAsync(HttpContext http, string key, ServiceDatabase database, CourseReader courses, ServicePagesOptions options, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        if (await FindAsync(context, key, cancellation).ConfigureAwait(false) is not { } person)
            return Results.NotFound();
        var secret = await SignInLinks.IssueAsync(context, person.Id, By(http), options.LinkLifetime, cancellation).ConfigureAwait(false);
        return await ShowAsync(http, key, LinkAddress.Of(options.Address, http.Request, secret), database, courses, cancellation).ConfigureAwait(false);
    }

    private static async Task<IResult> ChangeAsync(HttpContext http, string key, ServiceDatabase database, Func<ServiceContext, PersonRow, IFormCollection, Task> change, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation).ConfigureAwait(false);
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        if (await FindAsync(context, key, cancellation).ConfigureAwait(false) is not { } person)
            return Results.NotFound();
        await change(context, person, form).ConfigureAwait(false);
        return Results.Redirect($"/teacher/students/{key}");
    }

    // A path names nobody, so that marking can be blind.
    private static async Task<PersonRow?> FindAsync(ServiceContext context, string key, CancellationToken cancellation)
    {
        var ids = await context.People.Where(p => p.Role == PersonRole.Student).Select(p => p.Id).ToListAsync(cancellation).ConfigureAwait(false);
        return ids.Find(i => Names.KeyOf(i) == key) is { } id ? await context.People.AsNoTracking().SingleAsync(p => p.Id == id, cancellation).ConfigureAwait(false) : null;
    }
}
