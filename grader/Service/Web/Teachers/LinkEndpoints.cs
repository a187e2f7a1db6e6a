using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Teaching;
using ExerciseKit.Service.Web.Access;
using ExerciseKit.Service.Web.Markup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Web.Teachers;

/// <summary>Sign-in links of the whole class.</summary>
internal static class LinkEndpoints
{
    public static void Map(IEndpointRouteBuilder teacher)
    {
        teacher.MapGet("links", ShowAsync);
        teacher.MapPost("links/csv", CsvAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, ServiceDatabase database, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var people = await context.People.AsNoTracking().Where(p => p.Role == PersonRole.Student && p.LeftAt == null).OrderBy(p => p.Id).ToListAsync(cancellation).ConfigureAwait(false);
        var links = (await context.SignInLinks.AsNoTracking().ToListAsync(cancellation).ConfigureAwait(false)).ToLookup(l => l.PersonId);
        var page = http.PageOf();
        return page.Show(page.Say("Sign-in links", "登录链接"), Html.Of($"""
            <p>{page.Say("Each student signs in by a personal link, good once. The server keeps no link that it could show again: make them, and send them by your mail program's serial letter.", "每位学生用个人链接登录，一个链接只能用一次。服务器不保存可以再次显示的链接：生成之后，请用邮件合并发送。")}</p>
            <form method="post" action="/teacher/links/csv">
            {page.Form}
            <p><label><input type="checkbox" name="unused" value="1" checked> {page.Say("only for who has never signed in", "只给从未登录过的学生")}</label></p>
            <p><button type="submit" class="main">{page.Say("Make links as CSV", "生成链接 CSV")}</button></p>
            </form>
            {Table.Of(
                page.Say("Who has signed in", "登录情况"),
                [page.Say("Student", "学生"), page.Say("Last sign-in by a link", "最近一次用链接登录"), page.Say("Unused link", "未用的链接")],
                people.Select(p => (IReadOnlyList<Html>)[page.Link(p), Last(page, links[p.Id]), Unused(page, links[p.Id])]))}
            """));
    }

    private static async Task<IResult> CsvAsync(HttpContext http, ServiceDatabase database, ServicePagesOptions options, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation).ConfigureAwait(false);
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var made = await SignInLinks.IssueAllAsync(context, form["unused"].ToString() == "1", http.Person()!.Id, options.LinkLifetime, cancellation).ConfigureAwait(false);
        return Results.File(
            System.Text.Encoding.UTF8.GetBytes(CsvText.Of(["Id", "Name", "Email", "Link"], made.Select(m => (IReadOnlyList<string?>)[m.Person.Id, m.Person.Name, m.Person.Email, LinkAddress.Of(options.Address, http.Request, m.Secret)]))),
            "text/csv; charset=utf-8",
            "links.csv");
    }

    private static Html Last(Page page, IEnumerable<SignInLinkRow> links) => links.Max(l => l.LastUsedAt) is { } at ? page.Time(at) : Html.Of($"<span class=\"quiet\">{page.Say("never", "从未")}</span>");

    private static Html Unused(Page page, IEnumerable<SignInLinkRow> links) => Table.Cell(links.Any(l => l.LastUsedAt is null && l.RevokedAt is null) ? page.Say("yes", "有") : "");
}
