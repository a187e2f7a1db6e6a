using ExerciseKit.Service.Web.Access;
using Microsoft.AspNetCore.Http;

namespace ExerciseKit.Service.Web.Safety;

/// <summary>What browsers may do with what is sent: nothing but what the pages need.</summary>
internal static class ContentPolicy
{
    private const string Pages = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // Hangfire's own pages have styles and scripts in them.
    private const string Jobs = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A report may run what is in it, and knows nothing of where it stands: neither cookies nor the page round it.</summary>
    public const string Report = "sandbox allow-scripts; frame-ancestors 'self'";

    public static Task AddAsync(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = http.Request.Path.StartsWithSegments(ServicePolicies.JobsPath, StringComparison.Ordinal) ? Jobs : Pages;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers.XFrameOptions = "DENY";
        headers.CacheControl = "no-store";
        return next(http);
    }
}
