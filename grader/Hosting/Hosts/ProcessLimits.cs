using ExerciseKit.Contract.Hosts;

namespace ExerciseKit.Hosting.Hosts;

/// <summary>What one student process may use.</summary>
/// <param name="Host">What its host bounds by itself.</param>
/// <param name="MaxProcessorTime">Processor time between two operations: for code inside the framework, which no loop budget counts.</param>
public sealed record ProcessLimits(HostLimits Host, TimeSpan MaxProcessorTime)
{
    /// <summary>What the runtime holds beside the objects: its own code, what it has compiled, stacks.</summary>
    private const long RuntimeBytes = 192L << 20;

    private static readonly TimeSpan DefaultProcessorTime = TimeSpan.FromSeconds(30);

    /// <summary>The limits where an exercise asks for no others.</summary>
    public static ProcessLimits Default { get; } = new(new HostLimits(), DefaultProcessorTime);

    /// <summary>How long it may sleep of its own accord; nothing that a hand-in may use makes it sleep at all.</summary>
    public TimeSpan MaxSleep { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Memory that it may hold in all, the runtime's own included.</summary>
    public long MaxResidentBytes => Host.MaxMemoryBytes + RuntimeBytes;
}
