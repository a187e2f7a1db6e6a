using ExerciseKit.Contract.Faults;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Teaching;
using ExerciseKit.Service.Web.Access;
using ExerciseKit.Service.Web.Markup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Web.SigningIn;

/// <summary>One's own account: the language, whose hours times are shown in, links for other devices.</summary>
internal static class AccountEndpoints
{
    // Long enough to carry it to another device, too short for whoever finds it later.
    private static readonly TimeSpan OwnLinkLifetime = TimeSpan.FromMinutes(15);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/me", (HttpContext http) => Show(http, null)).RequireAuthorization(ServicePolicies.SignedIn);
        routes.MapPost("/me", SetAsync).RequireAuthorization(ServicePolicies.SignedIn);
        routes.MapPost("/me/link", LinkAsync).RequireAuthorization(ServicePolicies.SignedIn);
    }

    private static IResult Show(HttpContext http, string? link)
    {
        var page = http.PageOf();
        var person = page.Person!;
        return page.Show(person.Name, Html.Of($"""
            <p class="quiet">{person.Id}{(person.Email is { } email ? $" · {email}" : "")}</p>
            <h2>{page.Say("How pages are shown", "页面显示方式")}</h2>
            <form method="post" action="/me">
            {page.Form}
            {Table.Field(page.Say("Language", "语言"), "language", Html.Of($"<select id=\"language\" name=\"language\">{Option("", page.Say("as the browser asks", "跟随浏览器"), person.Language ?? "")}{Option("en", "English", person.Language ?? "")}{Option("zh", "中文", person.Language ?? "")}</select>"))}
            {Table.Field(page.Say("Time zone, as Europe/Berlin; empty for the browser's", "时区，例如 Asia/Shanghai；不填就用浏览器的"), "zone", Html.Of($"<input id=\"zone\" name=\"zone\" value=\"{person.TimeZone}\" maxlength=\"100\">"))}
            <p><button type="submit">{page.Say("Keep", "保存")}</button></p>
            </form>
            <h2>{page.Say("Another device, or the tool", "其他设备，或命令行工具")}</h2>
            <p>{page.Say("A link signs in once, within 15 minutes. On the command line it is: kit submit LINK.", "一个链接在 15 分钟内可登录一次。在命令行里这样用：kit submit 链接。")}</p>
            {(link is null
                ? Html.Of($"<form method=\"post\" action=\"/me/link\">{page.Form}<p><button type=\"submit\">{page.Say("Make a link", "生成链接")}</button></p></form>")
                : Table.Field(page.Say("The link; it is shown this once", "链接；只显示这一次"), "link", Html.Of($"<input id=\"link\" readonly value=\"{link}\">")))}
            <h2>{page.Say("Signing out", "退出登录")}</h2>
            <p>{page.Say("It ends your sessions on all devices.", "会结束你在所有设备上的登录。")}</p>
            """));
    }

    private static Html Option(string value, string label, string chosen) =>
        value == chosen ? Html.Of($"<option value=\"{value}\" selected>{label}</option>") : Html.Of($"<option value=\"{value}\">{label}</option>");

    private static async Task<IResult> SetAsync(HttpContext http, ServiceDatabase database, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation).ConfigureAwait(false);
        var (language, zone) = (form["language"].ToString(), form["zone"].ToString().Trim());
        if (zone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var _))
            throw new BadInputException(($"\"{zone}\" is no time zone. Write it as Europe/Berlin or Asia/Shanghai.", $"“{zone}”不是时区。请写成 Europe/Berlin 或 Asia/Shanghai 的形式。"));
        var context = database.CreateContext();
        await using var __ = context.ConfigureAwait(false);
        var id = http.Person()!.Id;
        await context.People.Where(p => p.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.Language, language is "en" or "zh" ? language : null).SetProperty(p => p.TimeZone, zone.Length > 0 ? zone : null), cancellation).ConfigureAwait(false);
        PageMaking.RememberLanguage(http, language is "en" or "zh" ? language : "");
        return Results.Redirect("/me");
    }

    private static async Task<IResult> LinkAsync(HttpContext http, ServiceDatabase database, ServicePagesOptions options, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var id = http.Person()!.Id;
        var secret = await SignInLinks.IssueAsync(context, id, id, OwnLinkLifetime, cancellation).ConfigureAwait(false);
        return Show(http, LinkAddress.Of(options.Address, http.Request, secret));
    }
}
