using System.Net;

namespace ExerciseKit.Service.Running;

/// <summary>What the server does besides.</summary>
/// <param name="Course">The course's file.</param>
/// <param name="Address">Where it listens, as <c>http://127.0.0.1:8080</c>.</param>
/// <param name="TakesCourse">Whether a course's file that has changed is taken.</param>
public sealed record ServeOptions(string Course, string Address, bool TakesCourse)
{
    /// <summary>What students write to get here, as <c>https://kit.example.edu</c>; null for where it listens.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>The proxies whose word on where a request came from is taken. Default none.</summary>
    public IReadOnlyList<IPAddress> Proxies { get; init; } = [];
}
