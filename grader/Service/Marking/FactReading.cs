using ExerciseKit.Service.Data.Contents;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Marking;

/// <summary>Reads from the database what marks are drawn of.</summary>
internal static class FactReading
{
    /// <summary>The hand-ins of somebody, or of all.</summary>
    /// <param name="context">The database.</param>
    /// <param name="person">Whose; null for everybody's.</param>
    /// <param name="cancellation">Gives it up.</param>
    public static async Task<IReadOnlyList<HandInFact>> ReadAsync(ServiceContext context, string? person, CancellationToken cancellation)
    {
        var rows = await context.HandIns.AsNoTracking()
            .Where(h => person == null || h.PersonId == person)
            .OrderBy(h => h.ReceivedAt)
            .Select(h => new
            {
                HandIn = h,
                State = h.Gradings.Where(g => g.Reason != GradingReason.Regrading).OrderByDescending(g => g.AskedAt).Select(g => (GradingState?)g.State).FirstOrDefault(),
                Record = context.Results.Where(r => r.Id == h.ResultId).Select(r => r.Record).FirstOrDefault(),
            })
            .ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(r => Of(r.HandIn, r.State ?? GradingState.Waiting, r.Record))];
    }

    private static HandInFact Of(HandInRow handIn, GradingState state, string? record) => new(
        handIn.Id, handIn.PersonId, handIn.Exercises, handIn.ReceivedAt, handIn.FileName, handIn.Sha256, handIn.Way, state, record is null ? null : ResultContent.ReadRecord(record));
}
