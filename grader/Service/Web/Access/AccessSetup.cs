using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ExerciseKit.Service.Web.Access;

/// <summary>How sign-in, roles and forms are kept.</summary>
internal static class AccessSetup
{
    public const string SignInPath = "/in";

    private static readonly TimeSpan SessionLength = TimeSpan.FromDays(30);

    public static void AddAccess(this IServiceCollection services, bool isHttps)
    {
        services.AddDataProtection().SetApplicationName("exercisekit");
        services.AddSingleton<ProtectionKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(all => new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = all.GetRequiredService<ProtectionKeys>()));
        services.AddAntiforgery(forgery => Strict(forgery.Cookie, "kit-form", isHttps));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            Strict(cookie.Cookie, "kit", isHttps);
            cookie.ExpireTimeSpan = SessionLength;
            cookie.SlidingExpiration = true;
            cookie.Events.OnValidatePrincipal = Sessions.CheckAsync;
            cookie.Events.OnRedirectToLogin = asked => AnswerAsync(asked, StatusCodes.Status401Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = asked => AnswerAsync(asked, StatusCodes.Status403Forbidden);
        });
        services.AddAuthorization(access =>
        {
            var signedIn = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
            (access.DefaultPolicy, access.FallbackPolicy) = (signedIn, signedIn);
            access.AddPolicy(ServicePolicies.SignedIn, signedIn);
            access.AddPolicy(ServicePolicies.Student, policy => policy.RequireAuthenticatedUser().RequireRole(ServicePolicies.Student));
            access.AddPolicy(ServicePolicies.Teacher, policy => policy.RequireAuthenticatedUser().RequireRole(ServicePolicies.Teacher));
        });
    }

    // What is said then is a page's matter.
    private static Task AnswerAsync(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> asked, int status)
    {
        asked.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static void Strict(CookieBuilder cookie, string name, bool isHttps)
    {
        // A browser takes a cookie of such a name only from this very host, and by HTTPS.
        cookie.Name = isHttps ? $"__Host-{name}" : name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Strict;
        cookie.SecurePolicy = isHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.Path = "/";
        cookie.IsEssential = true;
    }
}
