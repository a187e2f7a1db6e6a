using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Kernel;

/// <summary>One student process as the kernel sees it.</summary>
/// <param name="Name">Its name; see <see cref="Names"/>.</param>
/// <param name="Parent">Its parent's name; null for the root.</param>
/// <param name="Id">Its process id.</param>
/// <param name="ProcessName">The name that the student sees.</param>
/// <param name="IsDaemon">Whether it is terminated when its parent ends.</param>
/// <param name="Target">What it runs.</param>
/// <param name="Arguments">What it was started with, names absolute.</param>
public sealed record AgentState(
    string Name,
    string? Parent,
    int Id,
    string ProcessName,
    bool IsDaemon,
    Target Target,
    Payload Arguments)
{
    public AgentStatus Status { get; init; } = AgentStatus.Running;

    /// <summary>What it waits for, names absolute; null unless <see cref="Status"/> is Waiting or Leaving.</summary>
    public Operation? Pending { get; init; }

    /// <summary>Where in the source it asked for <see cref="Pending"/>.</summary>
    public CallSite Site { get; init; } = CallSite.Unknown;

    /// <summary>When its patience or its sleep ends; null when it waits for ever or time is loose.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>A death asked for that has not come yet: from now on it can come at any moment.</summary>
    public Death? PendingDeath { get; init; }

    /// <summary>Null while it lives.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The sleeps and time-outs it has been through, in loose time.</summary>
    public TimeSpan OwnTime { get; init; }

    /// <summary>How many seeds it has drawn.</summary>
    public int SeedsDrawn { get; init; }

    /// <summary>What it has printed since its last line end.</summary>
    public string PartialLine { get; init; } = "";

    /// <summary>The same for its error stream.</summary>
    public string PartialErrorLine { get; init; } = "";

    public bool IsAlive => Status != AgentStatus.Ended;

    /// <summary>The same agent as if time began at that moment.</summary>
    public AgentState Since(TimeSpan moment) =>
        Deadline is { } deadline ? this with { Deadline = deadline > moment ? deadline - moment : TimeSpan.Zero } : this;

    /// <summary>The same agent under another's name and id, and started with what the other was.</summary>
    public AgentState InPlaceOf(AgentState other) => this with { Name = other.Name, Id = other.Id, ProcessName = other.ProcessName, Arguments = other.Arguments };

    /// <summary>An ended agent without what nobody can see of it any more; a living one as it is.</summary>
    public AgentState Folded() => IsAlive ? this : this with
    {
        Site = CallSite.Unknown,
        OwnTime = TimeSpan.Zero,
        SeedsDrawn = 0,
    };
}

/// <summary>What an agent is about.</summary>
public enum AgentStatus
{
    /// <summary>Its code runs; what it asks next is not known yet.</summary>
    Running,

    /// <summary>It has asked for an operation.</summary>
    Waiting,

    /// <summary>Its code is done; its children are not.</summary>
    Leaving,

    Ended,
}

/// <summary>A death from outside.</summary>
public enum Death
{
    /// <summary>By Terminate: exit code -15.</summary>
    Terminated,

    /// <summary>By Kill: exit code -9.</summary>
    Killed,

    /// <summary>By nobody of the program: its process was gone.</summary>
    Lost,
}
