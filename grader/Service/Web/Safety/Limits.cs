using System.Net;
using System.Threading.RateLimiting;
using ExerciseKit.Service.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace ExerciseKit.Service.Web.Safety;

/// <summary>How much one person or one address may ask of the server.</summary>
/// <param name="UploadBytes">The most bytes of a hand-in.</param>
/// <param name="RequestsAMinute">Requests of one person in a minute.</param>
/// <param name="HandInsAMinute">Hand-ins of one person in a minute.</param>
/// <param name="StrangersAMinute">Requests in a minute from one address of who is not signed in.</param>
/// <param name="Watching">Pages of one person that follow gradings at once.</param>
internal sealed record Limits(int UploadBytes, int RequestsAMinute, int HandInsAMinute, int StrangersAMinute, int Watching)
{
    public const string HandIn = "hand-in";
    public const string Watch = "watch";

    // What a form has beside the file.
    private const int FormBytes = 64 << 10;
    private const int MostFields = 64;
    private const int MostHeadersBytes = 16 << 10;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The most bytes of a request.</summary>
    public long RequestBytes => UploadBytes + FormBytes;

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(this);
        services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = UploadBytes;
            form.ValueLengthLimit = FormBytes;
            form.ValueCountLimit = MostFields;
        });
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = FormBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = MostHeadersBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            // Slower than any line of today is somebody who wants to keep the place.
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 512, gracePeriod: TimeSpan.FromSeconds(10));
        });
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => http.Person() is { } person
                ? Window($"person {person.Id}", RequestsAMinute)
                : Window($"address {Network(http.Connection.RemoteIpAddress)}", StrangersAMinute));
            limiter.AddPolicy(HandIn, http => Window($"hand-in {http.Person()?.Id}", HandInsAMinute));
            limiter.AddPolicy(Watch, http => RateLimitPartition.GetConcurrencyLimiter($"watch {http.Person()?.Id}", _ => new ConcurrencyLimiterOptions { PermitLimit = Watching }));
        });
    }

    private static RateLimitPartition<string> Window(string who, int most) =>
        RateLimitPartition.GetSlidingWindowLimiter(who, _ => new SlidingWindowRateLimiterOptions { PermitLimit = most, Window = Minute, SegmentsPerWindow = 6 });

    // Of IPv6 a household has as many addresses as it likes, all of one network.
    private static string Network(IPAddress? address)
    {
        if (address is null || address.IsIPv4MappedToIPv6 || address.GetAddressBytes() is not { Length: 16 } bytes)
            return address?.MapToIPv4().ToString() ?? "";
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes).ToString();
    }
}
