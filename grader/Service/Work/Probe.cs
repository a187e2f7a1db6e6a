using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Queue;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Work;

/// <summary>Grades a hand-in whose outcome is known, and says whether it came out so.</summary>
internal sealed class Probe(ServiceDatabase database, WorkerSelf self, HandInWork work)
{
    /// <summary>Tries this worker.</summary>
    /// <returns>What is wrong; null where nothing is.</returns>
    public async Task<LocalizedText?> TryAsync(CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        if (await context.Probes.AsNoTracking().SingleOrDefaultAsync(p => p.Kit == self.Kit, cancellation).ConfigureAwait(false) is not { } probe)
            return ("the database has no hand-in to try this kit by; start `kit serve` with this kit first.", "数据库里没有用来检验这个 kit 的提交；请先用这个 kit 启动 `kit serve`。");
        GradedHandIn graded;
        try
        {
            graded = await work.GradeAsync(probe, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return ($"{probe.Exercise} could not be graded: {e.GetType().Name}: {e.Message}", $"{probe.Exercise} 无法评分：“{e.GetType().Name}: {e.Message}”");
        }

        if (Objection(probe, graded) is { } objection)
            return objection;
        // The first that came to what is expected says how each after it must come out, to the byte.
        await context.Probes.Where(p => p.Id == probe.Id && p.Hash == null).ExecuteUpdateAsync(set => set.SetProperty(p => p.Hash, graded.Record.ResultHash), cancellation).ConfigureAwait(false);
        var hash = await context.Probes.Where(p => p.Id == probe.Id).Select(p => p.Hash).SingleAsync(cancellation).ConfigureAwait(false);
        if (hash != graded.Record.ResultHash)
            return ($"{probe.Exercise} came out otherwise than at the first worker that graded it ({graded.Record.ResultHash![..8]} instead of {hash![..8]}).", $"{probe.Exercise} 的结果与第一个评它的 worker 不同（{graded.Record.ResultHash[..8]}，应为 {hash[..8]}）。");
        var now = await context.NowAsync(cancellation).ConfigureAwait(false);
        await context.Workers.Where(w => w.Id == self.Id).ExecuteUpdateAsync(set => set.SetProperty(w => w.LastGoodProbeAt, now), cancellation).ConfigureAwait(false);
        return null;
    }

    private static LocalizedText? Objection(ProbeRow probe, GradedHandIn graded)
    {
        var said = graded.Record.Problem ?? graded.Record.Fault;
        if (said is not null)
            return ($"{probe.Exercise} could not be graded: {said}", $"{probe.Exercise} 无法评分：“{said}”");
        var (score, most) = (graded.Record.Score, graded.Record.MaxScore);
        var hasErrors = graded.Record.Exercises.Any(e => e.Checks.Any(c => c.Status == CheckStatus.Error));
        if (!hasErrors && (probe.IsSolution ? score == most : score == 0))
            return null;
        return probe.IsSolution
            ? ($"the solution of {probe.Exercise} got {score} of {most} points.", $"{probe.Exercise} 的参考答案得了 {score}/{most} 分。")
            : ($"the stub of {probe.Exercise} got {score} of {most} points, or checks that could not be decided.", $"{probe.Exercise} 的框架得了 {score}/{most} 分，或者有无法判定的检查项。");
    }
}
