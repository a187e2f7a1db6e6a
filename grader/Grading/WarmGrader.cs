using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Grading.Preparing;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Sandboxing;

namespace ExerciseKit.Grading;

/// <summary>Grades again and again in one process: the compiler's process stays, and the sandbox of the next grading is made while nobody waits for it.</summary>
/// <remarks>Each grading has hosts and a budget of its own, as a single one has: nothing that a hand-in did is left to the next.</remarks>
/// <param name="root">The kit's root folder, which holds <c>exercises/</c>.</param>
/// <param name="requireSandbox">Whether a machine that can't keep the hand-ins' processes in a sandbox is the grader's fault.</param>
/// <param name="gradesOneAtATime">Whether the exercises of a hand-in are graded one after the other, as is best where several hand-ins are graded at once.</param>
public sealed class WarmGrader(string root, bool requireSandbox = false, bool gradesOneAtATime = false) : IAsyncDisposable
{
    /// <summary>More wait for no save: each holds some 40 MB while the student thinks.</summary>
    private const int MaxHostsAhead = 8;

    private readonly Preparers preparers = new();
    private Ahead? next;
    private volatile Used? last;

    /// <summary>Grades; several gradings may go on at once, as when one is being given up.</summary>
    /// <inheritdoc cref="Grader.GradeAsync"/>
    public async Task<GradeResult> GradeAsync(GradeRequest request, IProgress<GradeProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var hosts = Interlocked.Exchange(ref next, null) is { } ahead ? await ahead.TakeAsync().ConfigureAwait(false) : NewHosts();
        // A hand-in that can't be read comes to no grading, which would end them.
        await using var _ = hosts.ConfigureAwait(false);
        var grader = new Grader(root, new SearchBudget(), preparers: preparers) { Hosts = hosts, Lanes = gradesOneAtATime ? 1 : Grader.MaxLanes };
        var result = await grader.GradeAsync(request, progress, cancellation).ConfigureAwait(false);
        last = new Used(Math.Min(hosts.Started, MaxHostsAhead), hosts.Limits);
        return result;
    }

    /// <summary>Makes the next grading's sandbox now, where there is none ahead.</summary>
    public void GetReady() => GetReady(hosts: null);

    /// <summary>The same, and starts as many hosts as the last grading has used: whoever saves again will need them.</summary>
    public void GetReadyForTheSame() => GetReady(last);

    /// <summary>Ends what it started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref next, null) is { } unused)
            await DisposeAsync(unused).ConfigureAwait(false);
        await preparers.DisposeAsync().ConfigureAwait(false);
    }

    private void GetReady(Used? hosts)
    {
        if (Volatile.Read(ref next) is not null)
            return;
        var made = new Ahead(NewHosts(), hosts);
        if (Interlocked.CompareExchange(ref next, made, null) is not null)
            _ = DisposeAsync(made);
    }

    private static async Task DisposeAsync(Ahead unused) => await (await unused.TakeAsync().ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);

    private HostPool NewHosts() => new(requireSandbox ? SandboxDemand.Everything : SandboxDemand.WhatThereIs);

    /// <summary>What a grading has used.</summary>
    private sealed record Used(int Hosts, ProcessLimits Limits);

    /// <summary>The next grading's hosts, some of which may be starting.</summary>
    private sealed class Ahead : IDisposable
    {
        private readonly HostPool pool;
        private readonly CancellationTokenSource taken = new();
        private readonly Task starting;

        public Ahead(HostPool pool, Used? hosts)
        {
            this.pool = pool;
            starting = hosts is null ? Task.CompletedTask : Task.Run(() => pool.StartAheadAsync(hosts.Hosts, hosts.Limits, taken.Token));
        }

        /// <summary>Starts no more, and gives them. One that could not be started is told to who needs it, when it can't be started again.</summary>
        public async Task<HostPool> TakeAsync()
        {
            await taken.CancelAsync().ConfigureAwait(false);
            try
            {
                await starting.ConfigureAwait(false);
            }
            catch (Exception e) when (e is GraderFaultException or IOException)
            {
                // A run that needs a host tries again, and tells.
            }

            Dispose();
            return pool;
        }

        public void Dispose() => taken.Dispose();
    }
}
