using System.Net;

namespace ExerciseKit.Service.Web.Access;

/// <summary>How the pages are served.</summary>
internal sealed record ServicePagesOptions
{
    /// <summary>What students write to get here, as <c>https://kit.example.edu</c>; null for however they came. Links are made of it, and other names are refused.</summary>
    public Uri? Address { get; init; }

    /// <summary>The proxies whose word on where a request came from is taken. Default none.</summary>
    public IReadOnlyList<IPAddress> Proxies { get; init; } = [];

    /// <summary>The course's file, where the server can look whether it has changed; null where it can't.</summary>
    public string? CourseFile { get; init; }

    /// <summary>The most bytes of a hand-in. Default 8 MiB.</summary>
    public int MaxUploadBytes { get; init; } = 8 << 20;

    /// <summary>Requests of one person in a minute. Default 240.</summary>
    public int RequestsAMinute { get; init; } = 240;

    /// <summary>Hand-ins of one person in a minute. Default 10.</summary>
    public int HandInsAMinute { get; init; } = 10;

    /// <summary>Requests in a minute from one address of who is not signed in: a whole lab may have one. Default 600.</summary>
    public int StrangersAMinute { get; init; } = 600;

    /// <summary>Pages of one person that follow gradings at once. Default 8.</summary>
    public int Watching { get; init; } = 8;

    /// <summary>How long a sign-in link is good that was not used. Default 30 days.</summary>
    public TimeSpan LinkLifetime { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Whether everything goes by HTTPS.</summary>
    public bool IsHttps => Address?.Scheme == Uri.UriSchemeHttps;
}
