using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Queue;

/// <summary>Who grades what, and until when. Each change is one statement that says what must still be so, so that two never have the same.</summary>
/// <param name="database">Where.</param>
/// <param name="times">How long a worker may be silent.</param>
internal sealed class Leases(ServiceDatabase database, LeaseTimes times)
{
    /// <summary>So often a grading is begun whose worker dies of it or fails; then it is the grader's failure. Default 3.</summary>
    public const int MaxFailures = 3;

    /// <summary>Takes a grading for a worker; null where it does not wait any more.</summary>
    public async Task<Claim?> ClaimAsync(Guid grading, string worker, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var now = await context.NowAsync(cancellation).ConfigureAwait(false);
        var end = now + times.Length;
        var claimed = await context.Gradings
            .Where(g => g.Id == grading && g.State == GradingState.Waiting)
            .ExecuteUpdateAsync(
                set => set.SetProperty(g => g.State, GradingState.Grading).SetProperty(g => g.Attempt, g => g.Attempt + 1).SetProperty(g => g.WorkerId, worker).SetProperty(g => g.LeaseEnd, end).SetProperty(g => g.BegunAt, now),
                cancellation).ConfigureAwait(false);
        if (claimed == 0)
            return null;
        var row = await context.Gradings.AsNoTracking().Include(g => g.HandIn!.File).SingleAsync(g => g.Id == grading, cancellation).ConfigureAwait(false);
        // Between the two statements it may have become another's, whose attempt this is then not.
        return row.WorkerId == worker && row.State == GradingState.Grading ? new Claim(row.Id, row.Attempt, row.Reason, row.HandIn!, row.HandIn!.File!.Content) : null;
    }

    /// <summary>Says that a worker lives, and holds these and no others.</summary>
    /// <returns>Those of them that are not its own any more.</returns>
    public async Task<IReadOnlyList<Guid>> RenewAsync(string worker, IReadOnlyList<Guid> held, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var now = await context.NowAsync(cancellation).ConfigureAwait(false);
        var end = now + times.Length;
        await context.Workers.Where(w => w.Id == worker).ExecuteUpdateAsync(set => set.SetProperty(w => w.LastSeenAt, now), cancellation).ConfigureAwait(false);
        await context.Gradings
            .Where(g => g.WorkerId == worker && g.State == GradingState.Grading && held.Contains(g.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(g => g.LeaseEnd, end), cancellation).ConfigureAwait(false);
        // Claims whose answers were lost: it was given what it does not know of.
        await ReturnAsync(context, context.Gradings.Where(g => g.WorkerId == worker && !held.Contains(g.Id)), cancellation).ConfigureAwait(false);
        var own = await context.Gradings.Where(g => g.WorkerId == worker && g.State == GradingState.Grading).Select(g => g.Id).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. held.Except(own)];
    }

    /// <summary>Gives back what a worker has, as when it is told to end: nobody failed.</summary>
    public async Task ReturnAllAsync(string worker, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        await ReturnAsync(context, context.Gradings.Where(g => g.WorkerId == worker), cancellation).ConfigureAwait(false);
    }

    /// <summary>Gives back one attempt; nobody failed.</summary>
    public async Task ReturnAsync(Claim claim, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        await ReturnAsync(context, context.Gradings.Where(g => g.Id == claim.GradingId && g.Attempt == claim.Attempt), cancellation).ConfigureAwait(false);
    }

    /// <summary>Says that the grader failed in an attempt.</summary>
    public async Task FailAsync(Claim claim, string fault, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var row = await context.Gradings.AsNoTracking().SingleAsync(g => g.Id == claim.GradingId, cancellation).ConfigureAwait(false);
        if (row.Attempt == claim.Attempt)
            await CountFailureAsync(context, row, context.Gradings, fault, cancellation).ConfigureAwait(false);
    }

    /// <summary>Takes from their workers what these have been silent about for too long.</summary>
    /// <returns>How many those were.</returns>
    public async Task<int> TakeBackAsync(CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var now = await context.NowAsync(cancellation).ConfigureAwait(false);
        var silent = await context.Gradings.AsNoTracking().Where(g => g.State == GradingState.Grading && g.LeaseEnd < now).ToListAsync(cancellation).ConfigureAwait(false);
        foreach (var row in silent)
            // A lease may have been renewed since it was looked at.
            await CountFailureAsync(context, row, context.Gradings.Where(g => g.LeaseEnd == row.LeaseEnd), $"Its worker, {row.WorkerId}, was not heard of any more.", cancellation).ConfigureAwait(false);
        return silent.Count;
    }

    /// <summary>The same for all that is being graded: where one process alone works on the database, a new one knows that the one before is gone.</summary>
    public async Task TakeBackAllAsync(CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var left = await context.Gradings.AsNoTracking().Where(g => g.State == GradingState.Grading).ToListAsync(cancellation).ConfigureAwait(false);
        foreach (var row in left)
            await CountFailureAsync(context, row, context.Gradings, $"Its worker, {row.WorkerId}, was ended in the middle.", cancellation).ConfigureAwait(false);
    }

    private static async Task CountFailureAsync(ServiceContext context, GradingRow row, IQueryable<GradingRow> among, string fault, CancellationToken cancellation)
    {
        var isLast = row.Failures + 1 >= MaxFailures;
        var now = await context.NowAsync(cancellation).ConfigureAwait(false);
        var turn = await context.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using var _ = turn.ConfigureAwait(false);
        // Its result may have come since it was looked at.
        var counted = await among
            .Where(g => g.Id == row.Id && g.State == GradingState.Grading && g.Attempt == row.Attempt)
            .ExecuteUpdateAsync(
                set => set.SetProperty(g => g.State, isLast ? GradingState.GraderFailed : GradingState.Waiting).SetProperty(g => g.Failures, g => g.Failures + 1).SetProperty(g => g.Fault, fault)
                    .SetProperty(g => g.WorkerId, (string?)null).SetProperty(g => g.LeaseEnd, (DateTimeOffset?)null).SetProperty(g => g.JobId, (string?)null).SetProperty(g => g.EndedAt, isLast ? now : null),
                cancellation).ConfigureAwait(false);
        if (counted > 0 && isLast)
        {
            context.Alarms.Add(AlarmTexts.GraderFailed(row, fault, now));
            await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        }

        await turn.CommitAsync(cancellation).ConfigureAwait(false);
    }

    private static Task<int> ReturnAsync(ServiceContext context, IQueryable<GradingRow> which, CancellationToken cancellation) =>
        which.Where(g => g.State == GradingState.Grading).ExecuteUpdateAsync(
            set => set.SetProperty(g => g.State, GradingState.Waiting).SetProperty(g => g.WorkerId, (string?)null).SetProperty(g => g.LeaseEnd, (DateTimeOffset?)null).SetProperty(g => g.JobId, (string?)null),
            cancellation);
}
