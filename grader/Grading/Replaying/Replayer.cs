using System.Text.Json;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exercises;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Replay;
using ExerciseKit.Grading.Preparing;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Running;
using ExerciseKit.Hosting.Sandboxing;
using ExerciseKit.Preparation.Evaluation;

namespace ExerciseKit.Grading.Replaying;

/// <summary>Runs the interleaving of a replay token again, with real processes.</summary>
/// <param name="root">The kit's root folder, which holds <c>exercises/</c>.</param>
public sealed class Replayer(string root)
{
    /// <summary>Runs it once.</summary>
    /// <param name="request">The token, and the hand-in.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="BadInputException">The token can't be read, speaks of something that is not here, or is of another hand-in.</exception>
    public async Task<ReplayResult> ReplayAsync(ReplayRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var replay = ReplayCase.Find(request, ExerciseCatalog.Load(root));
        await using var pool = new HostPool(request.RequireSandbox ? SandboxDemand.Everything : SandboxDemand.WhatThereIs);
        var sandbox = await pool.ReportAsync().ConfigureAwait(false);
        await pool.LimitAsync(LimitsOfExercise.ForHosts(replay.HandIn.Exercise.Limits)).ConfigureAwait(false);
        var program = await PrepareAsync(replay, pool.Folder, cancellation).ConfigureAwait(false);
        return await RunAsync(replay, program, pool, cancellation).ConfigureAwait(false) with { Sandbox = sandbox };
    }

    /// <summary>Runs it once in hosts that are there already.</summary>
    internal static async Task<ReplayResult> RunAsync(ReplayCase replay, StudentProgram program, HostPool pool, CancellationToken cancellation)
    {
        var token = replay.Token;
        ReplaySchedule schedule = null!;
        var (_, trace) = await StepwiseRun.RunAsync(() => new StepwiseRun(program, replay.Scenario, program.SettingsIn(token.Tier, ChanceValues.SeedOf(token.Seed, token.Chance)), schedule = new ReplaySchedule(token.Steps), pool), cancellation).ConfigureAwait(false);
        if (!ReplayJudge.IsEndless(token.Verdict) || !ReplayJudge.IsEndless(trace.Fault?.Verdict))
            schedule.NoteEnd(trace);
        var shown = ReplayJudge.Judge(replay, trace, schedule);
        return new ReplayResult(
            token.Exercise,
            replay.HandIn.Exercise.Title,
            shown,
            token.Steps.Count,
            replay.IsSameHandIn,
            DivergenceOf(schedule.Divergence, shown, token));
    }

    internal static async Task<StudentProgram> PrepareAsync(ReplayCase replay, string folder, CancellationToken cancellation)
    {
        await using var preparers = new Preparers();
        var preparation = new HandInPreparation(new ProjectEvaluator(AppContext.BaseDirectory, EvaluationCache.ForUser()), preparers.PrepareAsync);
        return await preparation.PrepareAsync(replay.HandIn, folder, (_, _) => { }, cancellation).ConfigureAwait(false) switch
        {
            Prepared prepared => prepared.Program,
            Unfit unfit => throw new BadInputException((
                $"{replay.Token.Exercise} can't be run ({unfit.Verdict}): {unfit.Message.En}",
                $"{replay.Token.Exercise} 不能运行（{VerdictWords.Of(unfit.Verdict).Zh}）：{unfit.Message.Zh}")),
            var other => throw new InvalidOperationException($"Preparing a hand-in came to a {other.GetType().Name}."),
        };
    }

    private static ReplayDivergence? DivergenceOf(Divergence? left, CheckResult shown, ReplayToken token)
    {
        if (left is not null)
            return new ReplayDivergence(left.Step, left.Expected, left.Came);
        return shown.Verdict == token.Verdict
            ? null
            : new ReplayDivergence(token.Steps.Count + 1, EndIn(token.Verdict), shown.Status == CheckStatus.Failed ? Ended(EndIn(shown.Verdict), shown.Message) : ("nothing wrong", "没有问题"));
    }

    private static LocalizedText Ended(LocalizedText how, LocalizedText message) => ($"{how.En}: {message.En}", $"{how.Zh}：{message.Zh}");

    private static LocalizedText EndIn(Verdict verdict)
    {
        var name = JsonNamingPolicy.KebabCaseLower.ConvertName(verdict.ToString());
        return ($"an end in {name}", $"以“{VerdictWords.Of(verdict).Zh}”告终");
    }
}
