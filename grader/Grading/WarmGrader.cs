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
    private readonly Preparers preparers = new();
    private HostPool? next;

    /// <summary>Grades; several gradings may go on at once, as when one is being given up.</summary>
    /// <inheritdoc cref="Grader.GradeAsync"/>
    public async Task<GradeResult> GradeAsync(GradeRequest request, IProgress<GradeProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var hosts = Interlocked.Exchange(ref next, null) ?? NewHosts();
        var grader = new Grader(root, new SearchBudget(), preparers: preparers) { Hosts = hosts, Lanes = gradesOneAtATime ? 1 : Grader.MaxLanes };
        return await grader.GradeAsync(request, progress, cancellation).ConfigureAwait(false);
    }

    /// <summary>Makes the next grading's sandbox now, where there is none ahead.</summary>
    public void GetReady()
    {
        if (Volatile.Read(ref next) is not null)
            return;
        var made = NewHosts();
        if (Interlocked.CompareExchange(ref next, made, null) is not null)
            _ = made.DisposeAsync().AsTask();
    }

    /// <summary>Ends what it started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref next, null) is { } unused)
            await unused.DisposeAsync().ConfigureAwait(false);
        await preparers.DisposeAsync().ConfigureAwait(false);
    }

    private HostPool NewHosts() => new(requireSandbox ? SandboxDemand.Everything : SandboxDemand.WhatThereIs);
}
