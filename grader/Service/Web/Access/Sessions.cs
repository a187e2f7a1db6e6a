using System.Security.Claims;
using ExerciseKit.Contract;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ExerciseKit.Service.Web.Access;

/// <summary>Who is signed in. The cookie names a person and the stamp that the session began under; each request looks both up.</summary>
internal static class Sessions
{
    private const string StampClaim = "stamp";
    private const string RoleClaim = "role";

    private static readonly object PersonKey = new();
    private static readonly object WhyKey = new();

    /// <summary>The person; null where nobody is signed in.</summary>
    public static PersonRow? Person(this HttpContext http) => http.Items.TryGetValue(PersonKey, out var person) ? (PersonRow?)person : null;

    /// <summary>Why somebody who was signed in is not any more; null where that is not so.</summary>
    public static LocalizedText? WhyEnded(this HttpContext http) => http.Items.TryGetValue(WhyKey, out var why) ? (LocalizedText?)why : null;

    public static Task BeginAsync(HttpContext http, PersonRow person) => http.SignInAsync(
        CookieAuthenticationDefaults.AuthenticationScheme,
        new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, person.Id), new Claim(StampClaim, person.Stamp.ToString()), new Claim(RoleClaim, RoleOf(person))],
            CookieAuthenticationDefaults.AuthenticationScheme,
            ClaimTypes.NameIdentifier,
            RoleClaim)),
        new AuthenticationProperties { IsPersistent = true });

    /// <summary>Ends all sessions of a person, so that a cookie that somebody kept is good for nothing.</summary>
    public static async Task EndAsync(HttpContext http, ServiceContext context, PersonRow person, CancellationToken cancellation)
    {
        await context.People.Where(p => p.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Stamp, Guid.NewGuid()), cancellation).ConfigureAwait(false);
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme).ConfigureAwait(false);
    }

    /// <summary>Looks a session up.</summary>
    public static async Task CheckAsync(CookieValidatePrincipalContext session)
    {
        var http = session.HttpContext;
        var database = http.RequestServices.GetRequiredService<ServiceDatabase>();
        var id = session.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var person = await context.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, http.RequestAborted).ConfigureAwait(false);
        if (person is { LeftAt: null } && session.Principal!.FindFirstValue(StampClaim) == person.Stamp.ToString() && session.Principal!.FindFirstValue(RoleClaim) == RoleOf(person))
        {
            http.Items[PersonKey] = person;
            return;
        }

        LocalizedText why = person is { LeftAt: not null }
            ? ("You are not in this class's roster any more, so you were signed out. What you handed in is kept. Ask your teacher if this is a mistake.", "你已不在这个班的名单里，所以退出了登录。你提交过的内容都保留着。如果弄错了，请联系老师。")
            : ("Your session was ended: you signed out, or your teacher sent you a new link. Sign in by a new link.", "你的登录已经结束：你退出了，或者老师给你发了新的链接。请用新链接登录。");
        http.Items[WhyKey] = why;
        session.RejectPrincipal();
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme).ConfigureAwait(false);
    }

    private static string RoleOf(PersonRow person) => person.Role == PersonRole.Teacher ? ServicePolicies.Teacher : ServicePolicies.Student;
}
