using ExerciseKit.Classes.HandIns;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Service.Courses;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Web.Access;
using ExerciseKit.Service.Web.Markup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ExerciseKit.Service.Web.Teachers;

/// <summary>The course's file: what counts, and what a changed file would change, before it is taken.</summary>
internal static class CourseEndpoints
{
    public static void Map(IEndpointRouteBuilder teacher)
    {
        teacher.MapGet("course", ShowAsync);
        teacher.MapPost("course", TakeAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, ServiceDatabase database, CourseReader courses, CourseUpdate update, ServicePagesOptions options, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var course = await courses.ReadAsync(context, cancellation).ConfigureAwait(false);
        var page = http.PageOf(course);
        return page.Show(page.Say("The course's file", "课程文件"), Html.Of($"""
            <p>{page.Say("Taken", "采用时间")} {page.Time(course.Row.TakenAt)} · {course.Row.TakenBy} · kit {course.Row.KitVersion}</p>
            {(options.CourseFile is { } path ? await ChangedAsync(page, context, courses, update, path, cancellation).ConfigureAwait(false) : Html.Of($"<p class=\"quiet\">{page.Say("This server does not have the file; take a changed one with kit admin.", "这台服务器上没有课程文件；改动后请用 kit admin 采用。")}</p>"))}
            <h2>{page.Say("What counts", "生效的内容")}</h2>
            <pre tabindex="0">{course.Row.Text}</pre>
            """));
    }

    private static async Task<Html> ChangedAsync(Page page, ServiceContext context, CourseReader courses, CourseUpdate update, string path, CancellationToken cancellation)
    {
        CourseChanges difference;
        try
        {
            difference = await update.CompareAsync(context, CourseFiles.Read(path, courses.Catalog), cancellation).ConfigureAwait(false);
        }
        catch (BadInputException e)
        {
            return Html.Of($"<p class=\"message bad\">{page.Say("The file on disk can't be taken; what counts stays as it is.", "磁盘上的文件不能采用；生效的内容保持不变。")} {(e.Text is { } said ? page.Say(said) : e.Message)}</p>");
        }

        if (difference.IsEmpty)
            return Html.Of($"<p class=\"good\">{page.Say("The file on disk is the same.", "磁盘上的文件没有变化。")}</p>");
        return Html.Of($"""
            <section class="card">
            <h2>{page.Say("The file on disk has changed", "磁盘上的文件有改动")}</h2>
            <p>{page.Say("Nothing of it counts until you take it.", "采用之前都不生效。")}</p>
            {(difference.KitChanges ? Html.Of($"<p class=\"bad\">{page.Say("The kit is another one than before: points of both are not comparable. Regrade the class after taking it.", "kit 换了版本：前后的分数不可比。采用之后请把全班重新评分。")}</p>") : Html.None)}
            {People(page, page.Say("Would join", "将加入"), difference.Joining)}
            {People(page, page.Say("Would leave, and be signed out", "将离开并退出登录"), difference.Leaving)}
            {People(page, page.Say("Would be called otherwise", "将改名"), difference.Renamed)}
            {(difference.Lines.Count == 0 ? Html.None : Html.Of($"<pre class=\"diff\" tabindex=\"0\">{difference.Lines.Select(l => l[0] == '+' ? Html.Of($"<ins>{l}</ins>\n") : Html.Of($"<del>{l}</del>\n"))}</pre>"))}
            <form method="post" action="/teacher/course">{page.Form}<input type="hidden" name="sha" value="{difference.Sha256}"><p><button type="submit" class="main">{page.Say("Take it", "采用")}</button></p></form>
            </section>
            """);
    }

    private static Html People(Page page, string what, IReadOnlyList<Student> people) => people.Count == 0 ? Html.None
        : Html.Of($"<p><b>{what}</b> ({people.Count}): {string.Join(", ", people.Select(s => page.HidesNames ? page.Id(s.Id) : s.Name == s.Id ? s.Id : $"{s.Name} ({s.Id})"))}</p>");

    private static async Task<IResult> TakeAsync(HttpContext http, ServiceDatabase database, CourseReader courses, CourseUpdate update, ServicePagesOptions options, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation).ConfigureAwait(false);
        if (options.CourseFile is not { } path)
            return Results.NotFound();
        var sources = CourseFiles.Read(path, courses.Catalog);
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        if ((await update.CompareAsync(context, sources, cancellation).ConfigureAwait(false)).Sha256 != form["sha"].ToString())
            throw new BadInputException(("The file was changed again since it was shown, so nothing was taken. Look at the difference once more.", "文件在显示之后又改动了，所以没有采用。请再看一次差异。"));
        await update.TakeAsync(context, sources, http.Person()!.Id, cancellation).ConfigureAwait(false);
        return Results.Redirect("/teacher/course");
    }
}
