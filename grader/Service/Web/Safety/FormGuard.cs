using ExerciseKit.Service.Web.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace ExerciseKit.Service.Web.Safety;

/// <summary>Nothing is changed but by a form that this server made for this person.</summary>
internal static class FormGuard
{
    public static async Task CheckAsync(HttpContext http, IAntiforgery forgery, RequestDelegate next)
    {
        var isHangfires = http.Request.Path.StartsWithSegments(ServicePolicies.JobsPath, StringComparison.Ordinal);
        // Hangfire's pages guard their own, and know nothing of ours.
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || (isHangfires && http.GetEndpoint() is not null))
        {
            await next(http).ConfigureAwait(false);
            return;
        }

        if (http.GetEndpoint() is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        try
        {
            await forgery.ValidateRequestAsync(http).ConfigureAwait(false);
        }
        catch (AntiforgeryValidationException e) when (e.InnerException is not (BadHttpRequestException or InvalidDataException or IOException))
        {
            await FaultPages.WriteAsync(http, StatusCodes.Status400BadRequest, FaultPages.OldForm).ConfigureAwait(false);
            return;
        }

        await next(http).ConfigureAwait(false);
    }
}
