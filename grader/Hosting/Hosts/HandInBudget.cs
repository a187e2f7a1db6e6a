using System.Collections.Concurrent;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Hosting.Processes;

namespace ExerciseKit.Hosting.Hosts;

/// <summary>What all processes of a hand-in may use together, in all its exercises. What each may use, <see cref="HostWatch"/> looks at.</summary>
/// <remarks>Far more than any hand-in needs that is not made to need more; how long anything takes does not count.</remarks>
/// <param name="maxProcessor">Processor time of all hosts that there were. Default 1 hour.</param>
/// <param name="maxMemoryBytes">What the hosts hold at one time beyond what the runtime itself takes in each. Default 2 GiB.</param>
public sealed class HandInBudget(TimeSpan maxProcessor, long maxMemoryBytes)
{
    /// <summary>What a host holds that has run nothing yet; most of it is shared with the others.</summary>
    private const long RuntimeBytes = 96L << 20;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    /// <summary>What each host has used so far, and had used for others before.</summary>
    private readonly ConcurrentDictionary<HostProcess, (ProcessUsage Last, TimeSpan Before)> living = [];
    private long endedTicks;
    private volatile LocalizedText? exhausted;

    /// <summary>The budget of a hand-in where nobody says otherwise.</summary>
    public static HandInBudget Standard => new(TimeSpan.FromHours(1), 2L << 30);

    /// <summary>How much that is, for the result.</summary>
    public HandInLimits Limits { get; } = new(maxProcessor.TotalSeconds, maxMemoryBytes);

    /// <summary>Counts what a host uses from now on.</summary>
    public void Add(HostProcess host) => living[host] = (default, host.Runs == 0 ? TimeSpan.Zero : ProcessUsage.Of(host.ProcessId).Processor);

    /// <summary>A host is about to be ended: what it has used stays used.</summary>
    public void Remove(HostProcess host)
    {
        if (!living.TryRemove(host, out var used))
            return;
        var now = ProcessUsage.Of(host.ProcessId);
        var all = now.Processor > used.Last.Processor ? now.Processor : used.Last.Processor;
        Interlocked.Add(ref endedTicks, Math.Max((all - used.Before).Ticks, 0));
    }

    /// <summary>Says no to any further run once the processor time is used up.</summary>
    /// <exception cref="CondemnedHostException">It is.</exception>
    public void ThrowIfExhausted()
    {
        if (exhausted is { } why)
            throw new CondemnedHostException(Verdict.Limit, why);
    }

    /// <summary>Looks at the hosts until it is told to stop. The one that holds most is ended when they hold too much together.</summary>
    public async Task WatchAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(LookEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(stop).ConfigureAwait(false))
                Look();
        }
        catch (OperationCanceledException)
        {
            // The hand-in is graded.
        }
    }

    private void Look()
    {
        var processor = new TimeSpan(Interlocked.Read(ref endedTicks));
        var held = 0L;
        (HostProcess? Host, long Bytes) largest = default;
        foreach (var (host, used) in living)
        {
            var usage = ProcessUsage.Of(host.ProcessId);
            if (usage.Processor > TimeSpan.Zero)
            {
                living.TryUpdate(host, used with { Last = usage }, used);
                processor += usage.Processor - used.Before;
            }

            var own = Math.Max(usage.ResidentBytes - RuntimeBytes, 0);
            held += own;
            if (own > largest.Bytes)
                largest = (host, own);
        }

        if (processor > maxProcessor)
            exhausted = (
                $"belongs to a hand-in that has used all of the {maxProcessor.TotalMinutes} minutes of processor time that one may use in all its exercises.",
                $"所属的这份提交已经用完所有练习合计 {maxProcessor.TotalMinutes} 分钟的处理器时间。");
        if (held > maxMemoryBytes)
            largest.Host!.Condemn(new CondemnedHostException(Verdict.Limit, (
                $"held most of more than the {maxMemoryBytes >> 20} MiB of memory that all processes of a hand-in may hold together.",
                $"占用的内存最多，而这份提交的所有进程合计超过了允许的 {maxMemoryBytes >> 20} MiB。")));
    }
}
