using ExerciseKit.Contract;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Queue;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Work;

/// <summary>Refuses a worker that grades wrong: what it did since it last graded right is doubted, and graded again.</summary>
internal sealed class Doubt(ServiceDatabase database, WorkerSelf self)
{
    /// <summary>Refuses this one.</summary>
    /// <returns>How many hand-ins are graded again.</returns>
    public async Task<int> CastAsync(LocalizedText why, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var now = await context.NowAsync(cancellation).ConfigureAwait(false);
        var turn = await context.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using var __ = turn.ConfigureAwait(false);
        var refused = await context.Workers.Where(w => w.Id == self.Id && w.RefusedAt == null).ExecuteUpdateAsync(set => set.SetProperty(w => w.RefusedAt, now).SetProperty(w => w.RefusedFor, why.En), cancellation).ConfigureAwait(false);
        // Asked again after a lost answer: all was done the first time.
        if (refused == 0)
            return 0;
        var since = await context.Workers.Where(w => w.Id == self.Id).Select(w => w.LastGoodProbeAt).SingleAsync(cancellation).ConfigureAwait(false) ?? DateTimeOffset.UnixEpoch;
        var results = context.Results.Where(r => r.WorkerId == self.Id && r.GradedAt >= since && r.DoubtedAt == null);
        var gradings = await results.Join(context.Gradings, r => r.GradingId, g => g.Id, (r, g) => new { r.HandInId, g.Reason, g.RegradingId }).Distinct().ToListAsync(cancellation).ConfigureAwait(false);
        await results.ExecuteUpdateAsync(set => set.SetProperty(r => r.DoubtedAt, now), cancellation).ConfigureAwait(false);
        var again = gradings.Select(g => g.Reason == GradingReason.Regrading ? (g.HandInId, g.Reason, g.RegradingId) : (g.HandInId, Reason: GradingReason.Doubted, RegradingId: null)).Distinct().ToList();
        context.Gradings.AddRange(again.Select(g => new GradingRow { Id = Guid.CreateVersion7(now), HandInId = g.HandInId, Reason = g.Reason, RegradingId = g.RegradingId, AskedAt = now }));
        context.Alarms.Add(AlarmTexts.WorkerRefused(self.Id, why, again.Count, now));
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        await turn.CommitAsync(cancellation).ConfigureAwait(false);
        return again.Count;
    }
}
