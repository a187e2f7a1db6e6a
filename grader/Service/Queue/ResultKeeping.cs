using System.Security.Cryptography;
using System.Text;
using ExerciseKit.Grading;
using ExerciseKit.Service.Data.Contents;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Queue;

/// <summary>Keeps results: of the last attempt alone, once however often it is brought, and held against every other of the same hand-in.</summary>
/// <param name="database">Where.</param>
internal sealed class ResultKeeping(ServiceDatabase database)
{
    /// <summary>Keeps one.</summary>
    /// <param name="claim">The attempt.</param>
    /// <param name="graded">What it gave.</param>
    /// <param name="worker">Who graded.</param>
    public async Task<Keeping> PutAsync(Claim claim, GradedHandIn graded, string worker, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var now = await context.NowAsync(cancellation).ConfigureAwait(false);
        var turn = await context.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using var __ = turn.ConfigureAwait(false);
        var isLast = await context.Gradings
            .Where(g => g.Id == claim.GradingId && g.Attempt == claim.Attempt && g.State == GradingState.Grading)
            .ExecuteUpdateAsync(
                set => set.SetProperty(g => g.State, GradingState.Graded).SetProperty(g => g.EndedAt, now).SetProperty(g => g.LeaseEnd, (DateTimeOffset?)null)
                    .SetProperty(g => g.Fault, (string?)null).SetProperty(g => g.Problem, graded.Record.Problem),
                cancellation).ConfigureAwait(false) > 0;
        if (!isLast && await context.Results.AnyAsync(r => r.GradingId == claim.GradingId && r.Attempt == claim.Attempt, cancellation).ConfigureAwait(false))
            return Keeping.WasThere;
        var row = RowOf(claim, graded, worker, now);
        await CompareAsync(context, claim.HandIn, row, cancellation).ConfigureAwait(false);
        context.Results.Add(row);
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        if (isLast)
            await LetStandAsync(context, claim, row, cancellation).ConfigureAwait(false);
        await context.ChecksSeen.Where(c => c.GradingId == claim.GradingId && c.Attempt <= claim.Attempt).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
        await turn.CommitAsync(cancellation).ConfigureAwait(false);
        return isLast ? Keeping.Stands : Keeping.Overtaken;
    }

    // What stands beside is a set's: a teacher decides on that.
    private static async Task LetStandAsync(ServiceContext context, Claim claim, ResultRow row, CancellationToken cancellation)
    {
        if (claim.Reason == GradingReason.Regrading)
            return;
        var before = await context.HandIns.Where(h => h.Id == claim.HandIn.Id).Select(h => h.ResultId).SingleAsync(cancellation).ConfigureAwait(false);
        await context.HandIns.Where(h => h.Id == claim.HandIn.Id).ExecuteUpdateAsync(set => set.SetProperty(h => h.ResultId, row.Id), cancellation).ConfigureAwait(false);
        if (before is null || await context.Results.AsNoTracking().SingleAsync(r => r.Id == before, cancellation).ConfigureAwait(false) is not { } former || former.Hash == row.Hash)
            return;
        context.Audit.Add(new AuditRow
        {
            At = row.GradedAt,
            By = "kit",
            What = "graded-again",
            PersonId = claim.HandIn.PersonId,
            HandInId = claim.HandIn.Id,
            Before = $"{ResultContent.ReadRecord(former.Record).Score} ({former.Id})",
            After = $"{ResultContent.ReadRecord(row.Record).Score} ({row.Id})",
            Why = claim.Reason.ToString(),
        });
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
    }

    private static async Task CompareAsync(ServiceContext context, HandInRow handIn, ResultRow row, CancellationToken cancellation)
    {
        var other = await context.Results.AsNoTracking()
            .Where(r => r.GradedAs == row.GradedAs && r.Hash != row.Hash && r.DoubtedAt == null)
            .OrderBy(r => r.GradedAt)
            .FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
        if (other is not null)
            context.Alarms.Add(AlarmTexts.ResultsDiffer(handIn, other, row, row.GradedAt));
    }

    private static ResultRow RowOf(Claim claim, GradedHandIn graded, string worker, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        HandInId = claim.HandIn.Id,
        GradingId = claim.GradingId,
        Attempt = claim.Attempt,
        Kit = graded.Kit,
        KitVersion = Grader.KitVersion,
        GradedAs = graded.GradedAs,
        // One that can't be read has no result: why it can't must be the same.
        Hash = graded.Record.ResultHash ?? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(graded.Record.Problem ?? ""))),
        Content = graded.Result is null ? null : ResultContent.Pack(graded.Result),
        Record = ResultContent.WriteRecord(graded.Record),
        GradedAt = now,
        WorkerId = worker,
    };
}
