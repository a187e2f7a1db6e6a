using System.Collections.Concurrent;
using System.Diagnostics;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Hosting.Processes;
using ExerciseKit.Hosting.Sandboxing;

namespace ExerciseKit.Hosting.Hosts;

/// <summary>Warm hosts: a run takes as many as it has processes, and gives back those that are fit for another.</summary>
public sealed class HostPool : IAsyncDisposable
{
    /// <summary>What a host has loaded it does not always give back: caches of the framework keep load contexts alive.</summary>
    private const int MaxRunsOfAHost = 400;

    private readonly HandInFolder folder = HandInFolder.Create();
    private readonly Task<ISandbox> sandbox;
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentBag<HostProcess> idle = [];
    private readonly ConcurrentBag<HostProcess> retired = [];
    private readonly ConcurrentDictionary<HostProcess, bool> all = [];
    private HandInBudget budget;
    private Task watching;
    private CancellationTokenSource watched = new();
    private ProcessLimits limits = ProcessLimits.Default;
    private int runs;
    private int isEnded;
    private long startingTicks;

    /// <summary>A pool whose hosts start in a sandbox, which is being made meanwhile.</summary>
    /// <param name="demand">Which sandbox.</param>
    /// <param name="told">Told what it keeps the hosts from, before any of them starts.</param>
    /// <param name="budget">What its hosts may use together; null for the standard one.</param>
    public HostPool(SandboxDemand demand, Action<SandboxReport>? told = null, HandInBudget? budget = null)
    {
        this.budget = budget ?? HandInBudget.Standard;
        sandbox = StartSandboxAsync(demand, told);
        watching = this.budget.WatchAsync(watched.Token);
    }

    /// <summary>Serves another hand-in: what its hosts use from now on is that one's. No run may be under way.</summary>
    /// <remarks>For hand-ins that need not be kept from each other: they share a folder, and what one has left in a host the next may meet.</remarks>
    /// <param name="next">What they may use together.</param>
    public async Task RenewAsync(HandInBudget next)
    {
        await EndWatchAsync().ConfigureAwait(false);
        foreach (var file in new DirectoryInfo(Folder).EnumerateFileSystemInfos())
        {
            if (file is DirectoryInfo directory)
                directory.Delete(recursive: true);
            else
                file.Delete();
        }

        foreach (var host in all.Keys)
        {
            budget.Remove(host);
            next.Add(host);
        }

        (budget, watched) = (next, new CancellationTokenSource());
        watching = next.WatchAsync(watched.Token);
    }

    /// <summary>The folder of the hand-in's programs: the hosts see it, and nothing beside it. Removed with the pool.</summary>
    public string Folder => folder.Programs;

    /// <summary>Whether a run may be given a host that has run something before. No run may be under way when this changes.</summary>
    public bool ReusesHosts { get; set; } = true;

    /// <summary>Whether a host waits for work.</summary>
    public bool HasIdle => !idle.IsEmpty;

    /// <summary>How many hosts have been started.</summary>
    public int Started { get; private set; }

    /// <summary>How long the starts of hosts have taken, added up; several may start at once.</summary>
    public TimeSpan Starting => Stopwatch.GetElapsedTime(0, Interlocked.Read(ref startingTicks));

    /// <summary>What the hosts are kept from.</summary>
    /// <exception cref="GraderFaultException">All was asked for, and this machine can't.</exception>
    public async Task<SandboxReport> ReportAsync() => (await sandbox.ConfigureAwait(false)).Report;

    /// <summary>A number that no other run has.</summary>
    public int NextRun() => Interlocked.Increment(ref runs);

    /// <summary>What each host may use.</summary>
    public ProcessLimits Limits => limits;

    /// <summary>Starts hosts ahead of the runs that will need them, until there are so many. No host may be taken at the time.</summary>
    /// <param name="count">How many.</param>
    /// <param name="of">What each may use.</param>
    /// <param name="stop">Starts no more; the one under way is waited for.</param>
    /// <exception cref="GraderFaultException">No host can be started.</exception>
    public async Task StartAheadAsync(int count, ProcessLimits of, CancellationToken stop)
    {
        await LimitAsync(of).ConfigureAwait(false);
        while (idle.Count < count && !stop.IsCancellationRequested)
            idle.Add(await StartAsync(CancellationToken.None).ConfigureAwait(false));
    }

    /// <summary>From now on, hosts may use so much; those with other limits are ended. No host may be taken at the time.</summary>
    public async Task LimitAsync(ProcessLimits to)
    {
        if (limits == to)
            return;
        limits = to;
        while (idle.TryTake(out var host))
            await DiscardAsync(host).ConfigureAwait(false);
    }

    /// <summary>Begins a run, up to where the student's code begins.</summary>
    /// <param name="run">What to run.</param>
    /// <param name="own">A host that the caller has already; null for one that waits for work, or a new one.</param>
    /// <returns>The host that runs it; any other has been ended.</returns>
    /// <exception cref="LostHostException">Its host has gone.</exception>
    /// <exception cref="CondemnedHostException">Loading the program is beyond a limit.</exception>
    /// <exception cref="GraderFaultException">No host can be started, or load the program.</exception>
    public async Task<HostProcess> BeginAsync(RunAgent run, HostProcess? own, CancellationToken cancellation)
    {
        budget.ThrowIfExhausted();
        // Students' code has run in a host that is not new, and may have left something there that speaks: only a new one is believed.
        if ((own ?? await TakeWarmAsync().ConfigureAwait(false)) is { } warm)
        {
            if (ReusesHosts && await CanBeginAsync(warm, run, cancellation).ConfigureAwait(false))
                return warm;
            await DiscardAsync(warm).ConfigureAwait(false);
        }

        var host = await StartAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await host.BeginAsync(run, cancellation).ConfigureAwait(false) is not { } refusal
                ? host
                : throw new GraderFaultException($"A host could not work: {refusal}. Grade again; if it happens again, `kit doctor` tells more.");
        }
        catch (Exception e)
        {
            try
            {
                if (e is IOException)
                    throw new LostHostException(HostProcess.Sentence(await host.ExitAsync(cancellation).ConfigureAwait(false), "before its work began"), e);
                throw;
            }
            finally
            {
                await DiscardAsync(host).ConfigureAwait(false);
            }
        }
    }

    private static async Task<bool> CanBeginAsync(HostProcess host, RunAgent run, CancellationToken cancellation)
    {
        try
        {
            return await host.BeginAsync(run, cancellation).ConfigureAwait(false) is null;
        }
        catch (Exception e) when (e is IOException or CondemnedHostException)
        {
            return false;
        }
    }

    private async Task EndWatchAsync()
    {
        await watched.CancelAsync().ConfigureAwait(false);
        await watching.ConfigureAwait(false);
        watched.Dispose();
    }

    private async Task<ISandbox> StartSandboxAsync(SandboxDemand demand, Action<SandboxReport>? told)
    {
        var started = await Sandboxes.StartAsync(demand, folder.Path, closing.Token).ConfigureAwait(false);
        told?.Invoke(started.Report);
        return started;
    }

    private async Task<HostProcess?> TakeWarmAsync()
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
        return null;
    }

    private async Task<HostProcess> StartAsync(CancellationToken cancellation)
    {
        var inside = await sandbox.ConfigureAwait(false);
        var began = Stopwatch.GetTimestamp();
        var host = await HostProcess.StartAsync(inside, folder.Path, limits, cancellation, Condemn).ConfigureAwait(false);
        Interlocked.Add(ref startingTicks, Stopwatch.GetTimestamp() - began);
        all[host] = true;
        budget.Add(host);
        Started = all.Count;
        return host;
    }

    /// <summary>Takes back a host whose run has ended; one that has grown old is replaced.</summary>
    public void Return(HostProcess host)
    {
        if (ReusesHosts && !IsOld(host))
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
        budget.Remove(host);
        await host.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Ends all hosts and the sandbox; a second call does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isEnded, 1) != 0)
            return;
        try
        {
            await closing.CancelAsync().ConfigureAwait(false);
            await EndWatchAsync().ConfigureAwait(false);
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
