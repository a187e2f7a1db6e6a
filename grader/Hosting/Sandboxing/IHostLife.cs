using ExerciseKit.Contract.Hosts;

namespace ExerciseKit.Hosting.Sandboxing;

/// <summary>The process of one host, as who started it sees it.</summary>
public interface IHostLife
{
    /// <summary>Ends when the process has ended and is reaped.</summary>
    Task<HostExit> Exit { get; }

    /// <summary>Whether that process is this host: another might connect in its place.</summary>
    /// <param name="processId">The id outside any sandbox.</param>
    Task<bool> IsAsync(int processId);

    /// <summary>Kills it; it may have ended already.</summary>
    Task KillAsync();
}

/// <summary>How a host ended.</summary>
/// <param name="Code">Its exit code; 128 and the signal's number where a signal ended it.</param>
/// <param name="Errors">The end of what it wrote to its standard error.</param>
public sealed record HostExit(int Code, string Errors)
{
    private const int Killed = 128 + 9;
    private const int Terminated = 128 + 15;
    private const int WroteTooLongAFile = 128 + 25;

    /// <summary>What it was allowed to use.</summary>
    public HostLimits Limits { get; init; } = new();

    /// <summary>The end of a host whose sandbox ended.</summary>
    public static HostExit WithSandbox { get; } = new(Killed, "Its sandbox ended.");

    /// <summary>Whether somebody ended it from outside: nothing that runs in it does that to itself.</summary>
    public bool IsKilled => Code is Killed or Terminated;

    /// <summary>Whether the system ended it because a file on the disk grew beyond its limit.</summary>
    public bool IsFileTooLong => Code == WroteTooLongAFile;

    /// <summary>Whether the runtime gave up for want of memory.</summary>
    public bool IsOutOfMemory => Errors.Contains("Out of memory", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the stack overflowed.</summary>
    public bool IsStackOverflow => Errors.Contains("Stack overflow", StringComparison.OrdinalIgnoreCase);
}
