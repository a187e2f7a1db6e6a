using ExerciseKit.Classes.Results;
using ExerciseKit.Service.Data.Contents;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Teaching;

/// <summary>What applying a regrading would change, as far as it is.</summary>
/// <param name="Pairs">Each hand-in that was graded again, with what stands.</param>
/// <param name="Open">How many are not graded yet.</param>
/// <param name="Failed">On how many the grader failed.</param>
internal sealed record RegradingPreview(IReadOnlyList<RegradedPair> Pairs, int Open, int Failed)
{
    /// <summary>The checks whose points or verdicts differ.</summary>
    public IEnumerable<RegradedCheck> Changes => Pairs.SelectMany(p => p.Changes);

    /// <summary>Reads it.</summary>
    public static async Task<RegradingPreview> ReadAsync(ServiceContext context, Guid regrading, CancellationToken cancellation)
    {
        var rows = await (
            from g in context.Gradings.AsNoTracking()
            where g.RegradingId == regrading
            join h in context.HandIns on g.HandInId equals h.Id
            join before in context.Results on h.ResultId equals before.Id into befores
            from before in befores.DefaultIfEmpty()
            join after in context.Results on new { GradingId = g.Id, g.Attempt } equals new { after.GradingId, after.Attempt } into afters
            from after in afters.DefaultIfEmpty()
            select new { g.State, g.HandInId, h.PersonId, h.ReceivedAt, BeforeId = (Guid?)before.Id, Before = before.Record, AfterId = (Guid?)after.Id, After = after.Record }).ToListAsync(cancellation).ConfigureAwait(false);
        return new RegradingPreview(
            [.. rows.Where(r => r.State == GradingState.Graded && r.Before is not null && r.After is not null)
                .OrderBy(r => r.PersonId, StringComparer.Ordinal).ThenBy(r => r.ReceivedAt)
                .Select(r => new RegradedPair(r.HandInId, r.PersonId, r.BeforeId!.Value, ResultContent.ReadRecord(r.Before), r.AfterId!.Value, ResultContent.ReadRecord(r.After)))],
            rows.Count(r => r.State is GradingState.Waiting or GradingState.Grading),
            rows.Count(r => r.State == GradingState.GraderFailed));
    }
}

/// <summary>A hand-in that was graded again.</summary>
internal sealed record RegradedPair(Guid HandInId, string PersonId, Guid BeforeId, HandInRecord Before, Guid AfterId, HandInRecord After)
{
    /// <summary>The checks whose points or verdicts differ.</summary>
    public IEnumerable<RegradedCheck> Changes => Before.Exercises.Concat(After.Exercises).Select(e => e.Id).Distinct().Order(StringComparer.Ordinal).SelectMany(id =>
        Checks(Before, id).Concat(Checks(After, id)).Select(c => c.Id).Distinct()
            .Select(c => new RegradedCheck(this, id, c, Checks(Before, id).FirstOrDefault(b => b.Id == c), Checks(After, id).FirstOrDefault(a => a.Id == c)))
            .Where(c => c.Before != c.After));

    private static IEnumerable<CheckMark> Checks(HandInRecord record, string exercise) => record.Exercises.Where(e => e.Id == exercise).SelectMany(e => e.Checks);
}

/// <summary>A check that came out otherwise.</summary>
/// <param name="Pair">Of which hand-in.</param>
/// <param name="Exercise">The exercise.</param>
/// <param name="Check">The check's id.</param>
/// <param name="Before">As it stands; null where it is new.</param>
/// <param name="After">As it came out; null where it is gone.</param>
internal sealed record RegradedCheck(RegradedPair Pair, string Exercise, string Check, CheckMark? Before, CheckMark? After);
