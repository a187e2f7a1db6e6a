using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ExerciseKit.Service.Web.Safety;

/// <summary>Turns away what is too large before any of it is read, and lets hand-ins alone be larger than a form.</summary>
internal static class UploadGate
{
    public static async Task CheckAsync(HttpContext http, Limits limits, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<TakesFiles>() is not null)
        {
            if (http.Request.ContentLength > limits.RequestBytes)
            {
                http.Response.Headers.Connection = "close";
                await FaultPages.WriteAsync(http, StatusCodes.Status413PayloadTooLarge, FaultPages.TooLarge).ConfigureAwait(false);
                return;
            }

            if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
                body.MaxRequestBodySize = limits.RequestBytes;
        }

        await next(http).ConfigureAwait(false);
    }
}

/// <summary>Marks an endpoint that takes files.</summary>
internal sealed class TakesFiles;
