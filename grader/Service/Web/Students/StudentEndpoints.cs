using ExerciseKit.Contract;
using ExerciseKit.Service.Courses;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Marking;
using ExerciseKit.Service.Receiving;
using ExerciseKit.Service.Web.Access;
using ExerciseKit.Service.Web.Markup;
using ExerciseKit.Service.Web.Safety;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ExerciseKit.Service.Web.Students;

/// <summary>What students do: see their exercises, and hand in.</summary>
internal static class StudentEndpoints
{
    private const int MostFiles = 40;
    private const int MostNameChars = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", ExercisesAsync).RequireAuthorization(ServicePolicies.SignedIn);
        routes.MapGet("/hand-ins", ListAsync).RequireAuthorization(ServicePolicies.Student);
        routes.MapGet("/api/me", MeAsync).RequireAuthorization(ServicePolicies.Student);
        routes.MapPost("/hand-ins", HandInAsync).RequireAuthorization(ServicePolicies.Student).RequireRateLimiting(Limits.HandIn).WithMetadata(new TakesFiles());
    }

    private static async Task<IResult> ExercisesAsync(HttpContext http, ServiceDatabase database, CourseReader courses, CancellationToken cancellation)
    {
        if (http.Person()!.Role == PersonRole.Teacher)
            return Results.Redirect("/teacher");
        var view = await ReadAsync(http, database, courses, cancellation).ConfigureAwait(false);
        var page = http.PageOf(view.Course);
        return page.Show(view.Course.Policy.Name, new StudentPage(page, view.Course, courses.Catalog, view.Marks, view.Standing, view.Facts, view.Now).Body, "hand-in.js");
    }

    private static async Task<IResult> ListAsync(HttpContext http, ServiceDatabase database, CourseReader courses, string? exercise, CancellationToken cancellation)
    {
        var view = await ReadAsync(http, database, courses, cancellation).ConfigureAwait(false);
        var page = http.PageOf(view.Course);
        var its = view.Facts.Where(f => exercise is null || f.Exercises.Contains(exercise)).OrderByDescending(f => f.ReceivedAt);
        return page.Show(page.Say("Your hand-ins", "你的提交"), Html.Of($"<ul class=\"handins\">{its.Select(f => Html.Of($"<li><a href=\"/hand-ins/{f.Id}\">{page.Time(f.ReceivedAt)}</a> {string.Join(", ", f.Exercises)} {HandInWords.State(page, f, exercise)}</li>"))}</ul>"));
    }

    // What the tool asks before it hands in.
    private static async Task<IResult> MeAsync(HttpContext http, ServiceDatabase database, CourseReader courses, IAntiforgery forgery, CancellationToken cancellation)
    {
        var view = await ReadAsync(http, database, courses, cancellation).ConfigureAwait(false);
        return Results.Json(new
        {
            person = view.Standing.Person.Id,
            name = view.Standing.Person.Name,
            course = view.Course.Policy.Name,
            form = forgery.GetAndStoreTokens(http).RequestToken,
            lateDaysLeft = view.Standing.Mark.LateDaysLeft,
            exercises = view.Standing.Exercises.Select(e => new { id = e.Id, due = e.Due, attemptsLeft = e.AttemptsLeft, points = e.Points, max = e.Max }),
        });
    }

    private static async Task<IResult> HandInAsync(HttpContext http, HandInDesk desk, Limits limits, CancellationToken cancellation)
    {
        var page = http.PageOf();
        var form = await http.Request.ReadFormAsync(cancellation).ConfigureAwait(false);
        if (form.Files.Count is 0 or > MostFiles || form.Files.Sum(f => f.Length) is 0)
            return Answer(http, page, new NotTaken(($"No file came, or more than {MostFiles}. Choose your source files, or one zip of them.", $"没有收到文件，或者超过 {MostFiles} 个。请选择你的源文件，或者把它们打成一个 zip。")));
        if (form.Files.Sum(f => f.Length) > limits.UploadBytes)
            return Answer(http, page, new NotTaken(FaultPages.TooLarge), StatusCodes.Status413PayloadTooLarge);
        var files = new List<DeliveredFile>();
        foreach (var file in form.Files)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancellation).ConfigureAwait(false);
            files.Add(new DeliveredFile(file.FileName, content.ToArray()));
        }

        var receipt = await desk.ReceiveAsync(
            new Delivery(
                http.Person()!.Id,
                Said(form["exercise"].ToString()),
                files,
                http.Request.Headers.UserAgent.ToString().StartsWith("kit/", StringComparison.Ordinal) ? HandInWay.Tool : HandInWay.Page,
                Said(form["sentAs"].ToString()),
                Said(form["late"].ToString())),
            cancellation).ConfigureAwait(false);
        return Answer(http, page, receipt);
    }

    private static string? Said(string value) => value.Length is > 0 and <= MostNameChars ? value : null;

    private static IResult Answer(HttpContext http, Page page, Receipt receipt, int refusal = StatusCodes.Status422UnprocessableEntity)
    {
        var isJson = http.Request.WantsJson();
        switch (receipt)
        {
            case HandedIn { HandInId: var id }:
                return isJson ? Results.Json(new { id, url = $"/hand-ins/{id}" }, statusCode: StatusCodes.Status201Created) : Results.Redirect($"/hand-ins/{id}");
            case SameAsBefore { HandInId: var id }:
                return isJson ? Results.Json(new { id, url = $"/hand-ins/{id}?same=1", same = true }) : Results.Redirect($"/hand-ins/{id}?same=1");
            case LateAsked { Cost: var cost }:
                return isJson
                    ? Results.Json(new { ask = page.Say(HandInWords.Question(cost)), cost = cost.Name }, statusCode: StatusCodes.Status409Conflict)
                    : Told(page, HandInWords.Question(cost), ("Go back, tick the box that says so, and choose the files again. Nothing was taken yet.", "请返回，勾选相应的选项，再重新选择文件。现在还没有接收。"), StatusCodes.Status409Conflict);
            case NotTaken { Why: var why }:
                return isJson ? Results.Json(new { why = page.Say(why) }, statusCode: refusal) : Told(page, why, ("Nothing was taken, and no attempt was charged.", "没有接收，也不计入提交次数。"), refusal);
            default:
                throw new InvalidOperationException("A kind of receipt is not handled.");
        }
    }

    private static IResult Told(Page page, LocalizedText what, LocalizedText next, int status) => page.Show(
        page.Say("It was not handed in", "没有提交"),
        Html.Of($"<p class=\"message\">{page.Say(what)}</p><p>{page.Say(next)}</p><p><a href=\"/\">{page.Say("Back to the exercises", "回到练习")}</a></p>"),
        status: status);

    private static async Task<View> ReadAsync(HttpContext http, ServiceDatabase database, CourseReader courses, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var course = await courses.ReadAsync(context, cancellation).ConfigureAwait(false);
        var person = http.Person()!;
        var facts = await FactReading.ReadAsync(context, person.Id, cancellation).ConfigureAwait(false);
        var now = await context.NowAsync(cancellation).ConfigureAwait(false);
        var marks = new Standings(course);
        return new View(course, marks, marks.Of(person, facts, now), facts, now);
    }

    private sealed record View(StandingCourse Course, Standings Marks, Standing Standing, IReadOnlyList<HandInFact> Facts, DateTimeOffset Now);
}
