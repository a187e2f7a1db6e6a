using System.Text.Json;
using ExerciseKit.Classes.Regrading;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Marking;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Teaching;

/// <summary>Sets of hand-ins that are graded again beside the marks that stand, until they are applied or discarded.</summary>
internal static class RegradingSets
{
    private const int MostNameChars = 40;

    /// <summary>Asks for one.</summary>
    /// <returns>Its id, and the gradings that the queue is to be told of.</returns>
    public static async Task<(Guid Id, IReadOnlyList<Guid> Gradings)> AskAsync(ServiceContext context, string name, RegradeChoice choice, string by, string? why, CancellationToken cancellation)
    {
        var reason = AuditLog.Reason(why);
        if (name is not { Length: > 0 and <= MostNameChars } || !name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_'))
            throw new BadInputException(($"\"{name}\" is no name for a regrading: letters, digits, - and _ are, {MostNameChars} at most.", $"“{name}”不能作重新评分的名称：只能用字母、数字、- 和 _，最多 {MostNameChars} 个字符。"));
        if (await context.Regradings.AnyAsync(r => r.Name == name && r.State == RegradingState.Beside, cancellation).ConfigureAwait(false))
            throw new BadInputException(($"There is a regrading {name} already. Apply or discard it, or take another name.", $"已经有一次重新评分叫 {name}。请先应用或丢弃它，或者换个名称。"));
        var chosen = (await FactReading.ReadAsync(context, null, cancellation).ConfigureAwait(false)).Where(f => f.Record is { } record && choice.Holds(record)).Select(f => f.Id).ToList();
        if (chosen.Count == 0)
            throw new BadInputException(("No hand-in that was graded is of that kind. Choose others.", "没有这样的已评分提交。请另选。"));
        var now = await context.NowAsync(cancellation).ConfigureAwait(false);
        var row = new RegradingRow { Id = Guid.NewGuid(), Name = name, Choice = JsonSerializer.Serialize(choice, ResultJson.Options), AskedAt = now, AskedBy = by };
        var gradings = chosen.ConvertAll(id => new GradingRow { Id = Guid.CreateVersion7(now), HandInId = id, Reason = GradingReason.Regrading, RegradingId = row.Id, AskedAt = now });
        context.Regradings.Add(row);
        context.Gradings.AddRange(gradings);
        context.Audit.Add(new AuditRow { At = now, By = by, What = "regrading", After = name, Why = reason });
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        return (row.Id, [.. gradings.Select(g => g.Id)]);
    }

    /// <summary>Puts its marks in the place of those that stand; the old results are kept.</summary>
    /// <param name="neverLower">Whether a hand-in that would get less keeps what it has.</param>
    public static async Task ApplyAsync(ServiceContext context, Guid id, bool neverLower, string by, string? why, CancellationToken cancellation)
    {
        var reason = AuditLog.Reason(why);
        var transaction = await context.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        var row = await StandingAsync(context, id, cancellation).ConfigureAwait(false);
        var preview = await RegradingPreview.ReadAsync(context, id, cancellation).ConfigureAwait(false);
        if (preview.Open > 0 || preview.Failed > 0)
        {
            throw new BadInputException((
                $"{preview.Open} hand-ins of {row.Name} are not graded yet, and on {preview.Failed} the grader failed, so nothing was applied. Wait, or ask again under another name.",
                $"{row.Name} 还有 {preview.Open} 份没有评完，{preview.Failed} 份评分程序出错，所以什么都没有应用。请等待，或者换个名称重新评分。"));
        }

        var now = await context.NowAsync(cancellation).ConfigureAwait(false);
        foreach (var pair in preview.Pairs.Where(p => !neverLower || p.After.Score >= p.Before.Score))
        {
            // Where a newer result took the place of what was compared, that one stays.
            await context.HandIns.Where(h => h.Id == pair.HandInId && h.ResultId == pair.BeforeId).ExecuteUpdateAsync(set => set.SetProperty(h => h.ResultId, pair.AfterId), cancellation).ConfigureAwait(false);
            if (pair.Before.Score == pair.After.Score)
                continue;
            context.Audit.Add(new AuditRow { At = now, By = by, What = "regraded", PersonId = pair.PersonId, HandInId = pair.HandInId, Before = $"{pair.Before.Score}", After = $"{pair.After.Score}", Why = reason });
        }

        (row.State, row.EndedAt, row.EndedBy, row.NeverLower) = (RegradingState.Applied, now, by, neverLower);
        context.Audit.Add(new AuditRow { At = now, By = by, What = "regrading-applied", After = row.Name, Why = reason });
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Forgets one; the marks that stand were never touched by it.</summary>
    public static async Task DiscardAsync(ServiceContext context, Guid id, string by, string? why, CancellationToken cancellation)
    {
        var reason = AuditLog.Reason(why);
        var row = await StandingAsync(context, id, cancellation).ConfigureAwait(false);
        var now = await context.NowAsync(cancellation).ConfigureAwait(false);
        await context.Gradings.Where(g => g.RegradingId == id && g.State == GradingState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(g => g.State, GradingState.Cancelled).SetProperty(g => g.EndedAt, now), cancellation).ConfigureAwait(false);
        (row.State, row.EndedAt, row.EndedBy) = (RegradingState.Discarded, now, by);
        context.Audit.Add(new AuditRow { At = now, By = by, What = "regrading-discarded", Before = row.Name, Why = reason });
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
    }

    private static async Task<RegradingRow> StandingAsync(ServiceContext context, Guid id, CancellationToken cancellation) =>
        await context.Regradings.SingleOrDefaultAsync(r => r.Id == id && r.State == RegradingState.Beside, cancellation).ConfigureAwait(false)
        ?? throw new BadInputException(("That regrading is not there, or was applied or discarded already. Load the page again.", "这次重新评分不存在，或者已经应用或丢弃。请重新打开页面。"));
}
