using System.Collections.Concurrent;
using System.Diagnostics;
using ExerciseKit.Contract.Results;
using ExerciseKit.Grading.Sandboxing;

namespace ExerciseKit.Grading.Hosting;

/// <summary>Warm hosts: a run takes as many as it has processes, and gives back those that are fit for another.</summary>
internal sealed class HostPool : IAsyncDisposable
{
    /// <summary>What a host has loaded it does not always give back: caches of the framework keep load contexts alive.</summary>
    private const int MaxRunsOfAHost = 400;

    private readonly HandInFolder folder = HandInFolder.Create();
    private readonly Task<ISandbox> sandbox;
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentBag<HostProcess> idle = [];
    private readonly ConcurrentBag<HostProcess> retired = [];
    private readonly ConcurrentDictionary<HostProcess, bool> all = [];
    private ProcessLimits limits = ProcessLimits.Default;
    private int runs;
    private long startingTicks;

    /// <summary>A pool whose hosts start in a sandbox, which is being made meanwhile.</summary>
    public HostPool(SandboxDemand demand) => sandbox = Sandboxes.StartAsync(demand, folder.Path, closing.Token);

    /// <summary>The folder of the hand-in's programs: the hosts see it, and nothing beside it. Removed with the pool.</summary>
    public string Folder => folder.Programs;

    /// <summary>How many hosts have been started.</summary>
    public int Started { get; private set; }

    /// <summary>How long the starts of hosts have taken, added up; several may start at once.</summary>
    public TimeSpan Starting => Stopwatch.GetElapsedTime(0, Interlocked.Read(ref startingTicks));

    /// <summary>What the hosts are kept from.</summary>
    /// <exception cref="GraderFaultException">All was asked for, and this machine can't.</exception>
    public async Task<SandboxReport> ReportAsync() => (await sandbox.ConfigureAwait(false)).Report;

    /// <summary>A number that no other run has.</summary>
    public int NextRun() => Interlocked.Increment(ref runs);

    /// <summary>From now on, hosts may use so much; those with other limits are ended. No host may be taken at the time.</summary>
    public async Task LimitAsync(ProcessLimits to)
    {
        if (limits == to)
            return;
        limits = to;
        while (idle.TryTake(out var host))
            await DiscardAsync(host).ConfigureAwait(false);
    }

    /// <summary>A host that waits for work.</summary>
    /// <exception cref="GraderFaultException">None can be started.</exception>
    public async Task<HostProcess> TakeAsync(CancellationToken cancellation)
    {
        while (idle.TryTake(out var warm))
        {
            // One that has said something after the end of its run is no honest host; whoever comes next must not pay for it.
            if (!warm.HasExited && !warm.HasSpokenUp)
                return warm;
            await DiscardAsync(warm).ConfigureAwait(false);
        }

        while (retired.TryTake(out var old))
            await DiscardAsync(old).ConfigureAwait(false);
        var inside = await sandbox.ConfigureAwait(false);
        var began = Stopwatch.GetTimestamp();
        var host = await HostProcess.StartAsync(inside, folder.Path, limits, cancellation, Condemn).ConfigureAwait(false);
        Interlocked.Add(ref startingTicks, Stopwatch.GetTimestamp() - began);
        all[host] = true;
        Started = all.Count;
        return host;
    }

    /// <summary>Takes back a host whose run has ended; one that has grown old is replaced.</summary>
    public void Return(HostProcess host)
    {
        if (!IsOld(host))
            idle.Add(host);
        else
            retired.Add(host);
    }

    /// <summary>Whether a host has had enough runs and is better given back.</summary>
    public static bool IsOld(HostProcess host) => host.Runs >= MaxRunsOfAHost;

    private void Condemn(int processId) => all.Keys.FirstOrDefault(h => h.ProcessId == processId)?.Trespassed();

    /// <summary>Ends a host that is not fit for another run.</summary>
    public async Task DiscardAsync(HostProcess host)
    {
        all.TryRemove(host, out _);
        await host.DisposeAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await closing.CancelAsync().ConfigureAwait(false);
            foreach (var host in all.Keys)
                await host.DisposeAsync().ConfigureAwait(false);
            await (await sandbox.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e) when ((e is GraderFaultException or OperationCanceledException) && !sandbox.IsCompletedSuccessfully)
        {
            // It was told to who asked for a host; there is nothing to end.
        }
        finally
        {
            closing.Dispose();
            folder.Delete();
        }
    }
}
