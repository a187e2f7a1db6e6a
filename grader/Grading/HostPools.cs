using System.Collections.Concurrent;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Sandboxing;

namespace ExerciseKit.Grading;

/// <summary>The hosts of several gradings whose hand-ins need not be kept from each other, such as a teacher's own answers: to start some for each takes longer than most gradings.</summary>
/// <param name="demand">Which sandbox they run in.</param>
public sealed class HostPools(SandboxDemand demand) : IAsyncDisposable
{
    private readonly ConcurrentBag<HostPool> idle = [];

    /// <summary>Hosts that nobody has: for a grading until it gives them back.</summary>
    /// <param name="budget">What they may use together in it.</param>
    internal async Task<HostPool> TakeAsync(HandInBudget budget)
    {
        if (!idle.TryTake(out var pool))
            return new HostPool(demand, budget: budget);
        await pool.RenewAsync(budget).ConfigureAwait(false);
        return pool;
    }

    /// <summary>Takes them back.</summary>
    internal void Return(HostPool pool) => idle.Add(pool);

    /// <summary>Ends them.</summary>
    public async ValueTask DisposeAsync()
    {
        while (idle.TryTake(out var pool))
            await pool.DisposeAsync().ConfigureAwait(false);
    }
}

/// <summary>Hosts for one grading, ended with it or given back.</summary>
/// <param name="hosts">They.</param>
/// <param name="owner">Who takes them back; null for nobody.</param>
internal sealed class LentHosts(HostPool hosts, HostPools? owner) : IAsyncDisposable
{
    public HostPool Hosts => hosts;

    /// <summary>Whether nothing runs in them any more; where it may, nobody else is given them.</summary>
    public bool AreAtRest { get; set; }

    public async ValueTask DisposeAsync()
    {
        if (AreAtRest && owner is not null)
            owner.Return(hosts);
        else
            await hosts.DisposeAsync().ConfigureAwait(false);
    }
}
