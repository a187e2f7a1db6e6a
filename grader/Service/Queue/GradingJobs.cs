using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using Hangfire;
using Hangfire.States;
using Hangfire.Storage;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Queue;

/// <summary>Makes Hangfire's jobs of what waits in the database. One too many does no harm: the second finds nothing to claim.</summary>
/// <param name="database">Where it waits.</param>
/// <param name="storage">Where jobs are.</param>
internal sealed class GradingJobs(ServiceDatabase database, JobStorage storage)
{
    /// <summary>What was handed in just now.</summary>
    public const string Live = "live";

    /// <summary>What is graded again.</summary>
    public const string Again = "again";

    private const int LookedAt = 200;

    private readonly BackgroundJobClient jobs = new(storage);

    /// <summary>Makes the job of one that was just kept. Where that fails a sweep does it.</summary>
    public async Task MakeAsync(Guid grading, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        if (await context.Gradings.AsNoTracking().SingleOrDefaultAsync(g => g.Id == grading && g.State == GradingState.Waiting, cancellation).ConfigureAwait(false) is { } row)
            await MakeAsync(context, row, cancellation).ConfigureAwait(false);
    }

    /// <summary>Makes the jobs of all that never had one, or have none any more.</summary>
    /// <returns>How many were made.</returns>
    public async Task<int> MakeMissingAsync(CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var without = await context.Gradings.AsNoTracking().Where(g => g.State == GradingState.Waiting && g.JobId == null).OrderBy(g => g.AskedAt).Take(10 * LookedAt).ToListAsync(cancellation).ConfigureAwait(false);
        // Of the others those that should be begun next: in a queue of thousands the rest is none the worse for being looked at later.
        var oldest = await context.Gradings.AsNoTracking().Where(g => g.State == GradingState.Waiting && g.JobId != null).OrderBy(g => g.AskedAt).Take(LookedAt).ToListAsync(cancellation).ConfigureAwait(false);
        using var connection = storage.GetConnection();
        var lost = oldest.Where(g => !IsAlive(connection, g.JobId!)).ToList();
        foreach (var row in without.Concat(lost))
            await MakeAsync(context, row, cancellation).ConfigureAwait(false);
        return without.Count + lost.Count;
    }

    /// <summary>Forgets all jobs, where those are gone with the process that had them in memory.</summary>
    public async Task ForgetAsync(CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        await context.Gradings.Where(g => g.JobId != null).ExecuteUpdateAsync(set => set.SetProperty(g => g.JobId, (string?)null), cancellation).ConfigureAwait(false);
    }

    /// <summary>How many hand-ins wait to be graded for the first time.</summary>
    public async Task<int> CountLiveAsync(CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        return await context.Gradings.CountAsync(g => g.State == GradingState.Waiting && g.Reason == GradingReason.HandedIn, cancellation).ConfigureAwait(false);
    }

    private async Task MakeAsync(ServiceContext context, GradingRow row, CancellationToken cancellation)
    {
        var id = row.Id;
        var job = jobs.Create<IGradingJob>(j => j.RunAsync(id, CancellationToken.None), new EnqueuedState(row.Reason == GradingReason.HandedIn ? Live : Again));
        var noted = await context.Gradings
            .Where(g => g.Id == row.Id && g.State == GradingState.Waiting && g.JobId == row.JobId)
            .ExecuteUpdateAsync(set => set.SetProperty(g => g.JobId, job), cancellation).ConfigureAwait(false);
        // Somebody else was quicker.
        if (noted == 0)
            jobs.Delete(job);
    }

    // One that runs and one that waits; not one that ended without having claimed what it was for.
    private static bool IsAlive(IStorageConnection connection, string job) =>
        connection.GetStateData(job)?.Name is { } state && (state == EnqueuedState.StateName || state == ProcessingState.StateName);
}
