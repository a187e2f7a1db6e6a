using System.Collections.Concurrent;
using System.Diagnostics;

namespace ExerciseKit.Grading.Hosting;

/// <summary>Warm hosts: a run takes as many as it has processes, and gives back those that are fit for another.</summary>
internal sealed class HostPool : IAsyncDisposable
{
    /// <summary>What a host has loaded it does not always give back: caches of the framework keep load contexts alive.</summary>
    private const int MaxRunsOfAHost = 400;

    private readonly string hostAssembly = HostLocation.Find();
    private readonly string folder = Directory.CreateTempSubdirectory("kit-").FullName;
    private readonly ConcurrentBag<HostProcess> idle = [];
    private readonly ConcurrentBag<HostProcess> retired = [];
    private readonly ConcurrentDictionary<HostProcess, bool> all = [];
    private int runs;
    private long startingTicks;

    /// <summary>A folder of the pool's own, removed with it.</summary>
    public string Folder => folder;

    /// <summary>How many hosts have been started.</summary>
    public int Started { get; private set; }

    /// <summary>How long the starts of hosts have taken, added up; several may start at once.</summary>
    public TimeSpan Starting => Stopwatch.GetElapsedTime(0, Interlocked.Read(ref startingTicks));

    /// <summary>A number that no other run has.</summary>
    public int NextRun() => Interlocked.Increment(ref runs);

    /// <summary>A host that waits for work.</summary>
    public async Task<HostProcess> TakeAsync(CancellationToken cancellation)
    {
        if (idle.TryTake(out var warm))
            return warm;
        while (retired.TryTake(out var old))
            await DiscardAsync(old).ConfigureAwait(false);
        var began = Stopwatch.GetTimestamp();
        var host = await HostProcess.StartAsync(hostAssembly, folder, cancellation).ConfigureAwait(false);
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

    /// <summary>Ends a host that is not fit for another run.</summary>
    public async Task DiscardAsync(HostProcess host)
    {
        all.TryRemove(host, out _);
        await host.DisposeAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in all.Keys)
            await host.DisposeAsync().ConfigureAwait(false);
        Directory.Delete(folder, recursive: true);
    }
}
