using System.Text.Json;
using ExerciseKit.Classes.Results;
using ExerciseKit.Contract.Results;
using ExerciseKit.Service.Data.Contents;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Web.HandIns;

/// <summary>How far a hand-in's grading is.</summary>
/// <param name="State">Its state.</param>
/// <param name="Ahead">How many are graded before it; 0 where it does not wait.</param>
/// <param name="Estimate">How long that may take; null where no worker is there, or nothing was graded yet.</param>
/// <param name="HasWorker">Whether any worker is there.</param>
/// <param name="Problem">Why it can't be graded.</param>
/// <param name="Checks">The checks that were finished, by exercise.</param>
internal sealed record GradingView(GradingState State, int Ahead, TimeSpan? Estimate, bool HasWorker, string? Problem, IReadOnlyList<(string Exercise, CheckMark Check)> Checks)
{
    private const int LookedAt = 20;

    private static readonly TimeSpan Alive = TimeSpan.FromMinutes(2);

    /// <summary>Whether nothing more is to come.</summary>
    public bool IsDone => State is not (GradingState.Waiting or GradingState.Grading);

    /// <summary>Reads it; null where the hand-in has no grading.</summary>
    public static async Task<GradingView?> ReadAsync(ServiceContext context, Guid handIn, CancellationToken cancellation)
    {
        var row = await context.Gradings.AsNoTracking().Where(g => g.HandInId == handIn && g.Reason != GradingReason.Regrading).OrderByDescending(g => g.AskedAt).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
        if (row is null)
            return null;
        var checks = await context.ChecksSeen.AsNoTracking().Where(c => c.GradingId == row.Id && c.Attempt == row.Attempt).OrderBy(c => c.Number).ToListAsync(cancellation).ConfigureAwait(false);
        var seen = checks.Select(c => (c.Exercise, Check: JsonSerializer.Deserialize<CheckMark>(c.Check, ResultJson.Options)!)).GroupBy(c => (c.Exercise, c.Check.Id)).Select(g => g.Last()).ToList();
        // What was told while it was graded goes when the result comes.
        if (row.State == GradingState.Graded && await context.HandIns.Where(h => h.Id == handIn).Join(context.Results, h => h.ResultId, r => r.Id, (_, r) => r.Record).SingleOrDefaultAsync(cancellation).ConfigureAwait(false) is { } record)
            seen = [.. ResultContent.ReadRecord(record).Exercises.SelectMany(e => e.Checks, (e, c) => (e.Id, c))];
        if (row.State != GradingState.Waiting)
            return new GradingView(row.State, 0, null, true, row.Problem, seen);
        var ahead = await context.Gradings.CountAsync(g => g.State == GradingState.Waiting && g.Reason == GradingReason.HandedIn && g.AskedAt < row.AskedAt, cancellation).ConfigureAwait(false);
        var now = await context.NowAsync(cancellation).ConfigureAwait(false);
        var jobs = await context.Workers.Where(w => w.EndedAt == null && w.RefusedAt == null && w.LastSeenAt > now - Alive).SumAsync(w => (int?)w.Jobs, cancellation).ConfigureAwait(false) ?? 0;
        var took = await context.Gradings.AsNoTracking().Where(g => g.State == GradingState.Graded && g.BegunAt != null && g.EndedAt != null).OrderByDescending(g => g.EndedAt).Take(LookedAt)
            .Select(g => new { g.BegunAt, g.EndedAt }).ToListAsync(cancellation).ConfigureAwait(false);
        var median = took.Select(t => t.EndedAt!.Value - t.BegunAt!.Value).Order().Skip(took.Count / 2).Select(t => (TimeSpan?)t).FirstOrDefault();
        return new GradingView(row.State, ahead, jobs > 0 && median is { } one ? one * (1 + ((double)ahead / jobs)) : null, jobs > 0, null, seen);
    }
}
