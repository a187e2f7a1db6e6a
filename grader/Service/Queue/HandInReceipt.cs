using System.Security.Cryptography;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Queue;

/// <summary>Keeps what was handed in, and that it is to be graded, in one transaction: whoever was told that it is kept need not do anything more.</summary>
/// <param name="database">Where.</param>
internal sealed class HandInReceipt(ServiceDatabase database)
{
    /// <summary>The longest file that is taken. Default 8 MiB, a hundred times what the whole course's answers need.</summary>
    public const int MaxBytes = 8 << 20;

    /// <summary>Keeps a hand-in. What the same student has waiting for the same exercises is cancelled: the newest counts.</summary>
    public async Task<ReceivedHandIn> KeepAsync(NewHandIn sent, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sent.Content.Length, MaxBytes);
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        if (await BeforeAsync(context, sent, cancellation).ConfigureAwait(false) is { } before)
            return before;
        var now = await context.NowAsync(cancellation).ConfigureAwait(false);
        var handIn = new HandInRow
        {
            Id = Guid.CreateVersion7(now),
            PersonId = sent.PersonId,
            Exercises = [.. sent.Exercises.Order(StringComparer.Ordinal)],
            ReceivedAt = now,
            Way = sent.Way,
            FileName = sent.FileName,
            Bytes = sent.Content.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(sent.Content)),
            SentAs = sent.SentAs,
        };
        var grading = new GradingRow { Id = Guid.CreateVersion7(now), HandInId = handIn.Id, Reason = GradingReason.HandedIn, AskedAt = now };
        context.HandIns.Add(handIn);
        context.HandInFiles.Add(new HandInFileRow { HandInId = handIn.Id, Content = sent.Content });
        context.Gradings.Add(grading);
        try
        {
            await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        }
        catch (DbUpdateException) when (sent.SentAs is not null)
        {
            // The same was being sent at the same time.
            var again = database.CreateContext();
            await using var __ = again.ConfigureAwait(false);
            if (await BeforeAsync(again, sent, cancellation).ConfigureAwait(false) is { } other)
                return other;
            throw;
        }

        await CancelOlderAsync(context, handIn, cancellation).ConfigureAwait(false);
        return new ReceivedHandIn(handIn.Id, grading.Id, now, WasThere: false);
    }

    private static async Task<ReceivedHandIn?> BeforeAsync(ServiceContext context, NewHandIn sent, CancellationToken cancellation) => sent.SentAs is not { } name ? null :
        await context.Gradings
            .Where(g => g.Reason == GradingReason.HandedIn && g.HandIn!.PersonId == sent.PersonId && g.HandIn.SentAs == name)
            .Select(g => new ReceivedHandIn(g.HandInId, g.Id, g.HandIn!.ReceivedAt, true))
            .FirstOrDefaultAsync(cancellation).ConfigureAwait(false);

    // After the newer one is kept: killed in between, an older one is graded for nothing, and none is lost.
    private static async Task CancelOlderAsync(ServiceContext context, HandInRow newest, CancellationToken cancellation)
    {
        var waiting = await context.Gradings
            .Where(g => g.State == GradingState.Waiting && g.Reason == GradingReason.HandedIn && g.HandIn!.PersonId == newest.PersonId && g.HandInId != newest.Id && g.HandIn.ReceivedAt <= newest.ReceivedAt)
            .Select(g => new { g.Id, g.HandIn!.Exercises })
            .ToListAsync(cancellation).ConfigureAwait(false);
        var older = waiting.Where(w => w.Exercises.All(newest.Exercises.Contains)).Select(w => w.Id).ToList();
        if (older.Count == 0)
            return;
        await context.Gradings
            .Where(g => older.Contains(g.Id) && g.State == GradingState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(g => g.State, GradingState.Cancelled).SetProperty(g => g.EndedAt, newest.ReceivedAt), cancellation).ConfigureAwait(false);
    }
}
