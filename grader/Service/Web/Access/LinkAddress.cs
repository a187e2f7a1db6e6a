using Microsoft.AspNetCore.Http;

namespace ExerciseKit.Service.Web.Access;

/// <summary>Writes sign-in links.</summary>
internal static class LinkAddress
{
    /// <summary>One.</summary>
    /// <param name="address">What students write to get here; null for how the request came.</param>
    /// <param name="request">The request.</param>
    /// <param name="secret">The link's secret. It stands behind the #, which no browser sends.</param>
    public static string Of(Uri? address, HttpRequest request, string secret) => Of(address ?? new Uri($"{request.Scheme}://{request.Host}"), secret);

    /// <inheritdoc cref="Of(Uri?, HttpRequest, string)"/>
    public static string Of(Uri address, string secret) => $"{address.GetLeftPart(UriPartial.Authority)}{AccessSetup.SignInPath}#{secret}";
}
