using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Teaching;
using ExerciseKit.Service.Web.Access;
using ExerciseKit.Service.Web.Markup;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Web.SigningIn;

/// <summary>Signing in by a personal link, and out.</summary>
/// <remarks>
/// A link is <c>/in#SECRET</c>: what stands behind the # no browser sends, so that it is in no log and no referrer, and a preview of the
/// link uses nothing up. A script of the page puts it into the form; without scripts the reader pastes it there.
/// </remarks>
internal static class SignInEndpoints
{
    private const int MostCodeChars = 2_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(AccessSetup.SignInPath, (HttpContext http) => Form(http, null)).AllowAnonymous();
        routes.MapPost(AccessSetup.SignInPath, SignInAsync).AllowAnonymous();
        routes.MapPost("/out", SignOutAsync).RequireAuthorization(ServicePolicies.SignedIn);
        routes.MapGet("/api/form", (HttpContext http, IAntiforgery forgery) => Results.Json(new { form = forgery.GetAndStoreTokens(http).RequestToken })).AllowAnonymous();
    }

    private static IResult Form(HttpContext http, LocalizedText? notice)
    {
        var page = http.PageOf() with { Notice = notice };
        if (page.Person is not null && notice is null)
            return Results.Redirect("/");
        return page.Show(page.Say("Sign in", "登录"), Html.Of($"""
            <p id="waits">{page.Say("Your teacher sent you a personal link. Open it, and this page knows it; or paste it here.", "老师给你发了个人链接。打开它，本页就会认出来；也可以粘贴到这里。")}</p>
            <form method="post" action="/in" id="sign-in">
            {page.Form}
            {Table.Field(page.Say("Your link", "你的链接"), "code", Html.Of($"<input id=\"code\" name=\"code\" required autocomplete=\"off\" spellcheck=\"false\" autocapitalize=\"none\">"))}
            <p><button type="submit" class="main">{page.Say("Sign in", "登录")}</button></p>
            </form>
            <p class="quiet">{page.Say("A link is good for one sign-in. Once you are in, you can make more for your other devices.", "一个链接只能登录一次。登录之后，你可以为其他设备再生成链接。")}</p>
            """), "in.js", notice is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> SignInAsync(HttpContext http, ServiceDatabase database, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation).ConfigureAwait(false);
        var code = form["code"].ToString();
        if (code.Length > MostCodeChars)
            throw new BadInputException(Words(new LinkUse(LinkState.Unknown, null, null)));
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        // The whole link may have been pasted.
        var use = await SignInLinks.UseAsync(context, code.Trim().Split('#')[^1], cancellation).ConfigureAwait(false);
        if (use.Person is not { } person)
        {
            if (http.Request.WantsJson())
                throw new BadInputException(Words(use));
            return Form(http, Words(use));
        }

        await Sessions.BeginAsync(http, person).ConfigureAwait(false);
        return http.Request.WantsJson() ? Results.Json(new { person = person.Id }) : Results.Redirect("/");
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, ServiceDatabase database, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var person = await context.People.AsNoTracking().SingleAsync(p => p.Id == http.Person()!.Id, cancellation).ConfigureAwait(false);
        await Sessions.EndAsync(http, context, person, cancellation).ConfigureAwait(false);
        return Results.Redirect(AccessSetup.SignInPath);
    }

    private static LocalizedText Words(LinkUse use) => use.State switch
    {
        LinkState.Used => (
            $"This link was used already, at {use.At:yyyy-MM-dd HH:mm} UTC, and is good for one sign-in. If it was not you, tell your teacher at once; else make another link where you are signed in, or ask for a new one.",
            $"这个链接已经在 {use.At:yyyy-MM-dd HH:mm} UTC 用过了，一个链接只能登录一次。如果不是你本人，请马上告诉老师；否则请在已登录的设备上再生成一个，或者向老师要新的。"),
        LinkState.Revoked => ("This link was revoked. Use the newest one that your teacher sent you, or ask for a new one.", "这个链接已被撤销。请用老师最近发给你的链接，或者要一个新的。"),
        LinkState.Expired => ($"This link ran out at {use.At:yyyy-MM-dd HH:mm} UTC. Ask your teacher for a new one.", $"这个链接已在 {use.At:yyyy-MM-dd HH:mm} UTC 过期。请向老师要新的。"),
        LinkState.Left => ("You are not in this class's roster any more. What you handed in is kept. Ask your teacher if this is a mistake.", "你已不在这个班的名单里。你提交过的内容都保留着。如果弄错了，请联系老师。"),
        _ => ("This is no sign-in link of this server. Copy the whole link, from https to its last character.", "这不是本服务器的登录链接。请复制完整的链接，从 https 一直到最后一个字符。"),
    };
}
