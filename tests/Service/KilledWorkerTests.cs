using System.Diagnostics;
using System.Globalization;
using ExerciseKit.Service.Data.Contents;
using ExerciseKit.Service.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Tests.Service;

/// <summary>Real workers on PostgreSQL, killed at each point of their work. The database holds them there: a trigger waits for a lock that the test has.</summary>
[NeedsLinux, NeedsPostgres, NonParallelizable]
[Category("Slow")]
public sealed class KilledWorkerTests
{
    private const int Lock = 4711;

    private ClassOnline online = null!;

    [SetUp]
    public async Task SetUpAsync() => online = await ClassOnline.BeginAsync(DatabaseKind.Postgres, CancellationToken.None);

    [TearDown]
    public async Task TearDownAsync() => await online.DisposeAsync();

    [Test, CancelAfter(900_000)]
    public async Task A_hand_in_that_has_no_job_is_found_by_whoever_starts(CancellationToken cancellation)
    {
        // Kept by a server that was killed before it made the job.
        var kept = await online.HandInAsync("s1", ClassOnline.Join, ClassOnline.Right(ClassOnline.Join), cancellation);
        online.Work();

        await online.UntilAsync(kept.GradingId, g => g.State == GradingState.Graded, cancellation);

        Assert.That(await ScoresAsync(kept), Is.EqualTo([(1, 10)]));
    }

    [Test, CancelAfter(900_000)]
    public async Task A_worker_killed_before_it_heard_that_its_claim_was_granted_is_replaced(CancellationToken cancellation)
    {
        await using var gate = await GateAsync("BEFORE UPDATE ON \"Gradings\" FOR EACH ROW WHEN (NEW.\"State\" = 'Grading' AND OLD.\"State\" = 'Waiting')");
        var kept = await online.HandInAsync("s1", ClassOnline.Join, ClassOnline.Right(ClassOnline.Join), cancellation);
        var first = online.Work();
        await gate.UntilSomebodyWaitsAsync(cancellation);
        // It hears nothing more, and the database grants the claim.
        Signal(first, "STOP");
        await gate.OpenAsync();
        await online.UntilAsync(kept.GradingId, g => g.State == GradingState.Grading, cancellation);
        await ClassOnline.KillAsync(first);
        await online.EndLeasesAsync();

        online.Work();

        await online.UntilAsync(kept.GradingId, g => g.State == GradingState.Graded, cancellation);
        Assert.That(await ScoresAsync(kept), Is.EqualTo([(2, 10)]));
    }

    [Test, CancelAfter(900_000)]
    public async Task A_worker_killed_in_the_middle_of_grading_is_replaced(CancellationToken cancellation)
    {
        // However quick it is, it can't have ended before it is killed.
        await using var gate = await GateAsync("BEFORE INSERT ON \"Results\" FOR EACH ROW");
        var kept = await online.HandInAsync("s1", ClassOnline.Join, ClassOnline.Right(ClassOnline.Join), cancellation);
        var first = online.Work();
        await online.UntilAsync(kept.GradingId, g => g.State == GradingState.Grading, cancellation);
        await KillAndReplaceAsync(first, gate);

        var row = await online.UntilAsync(kept.GradingId, g => g.State == GradingState.Graded, cancellation);
        Assert.That((row.Attempt, row.Failures), Is.EqualTo((2, 1)));
        Assert.That(await ScoresAsync(kept), Is.EqualTo([(2, 10)]));
    }

    [Test, CancelAfter(900_000)]
    public async Task A_worker_killed_between_its_grading_and_its_result_is_replaced(CancellationToken cancellation)
    {
        await using var gate = await GateAsync("BEFORE INSERT ON \"Results\" FOR EACH ROW");
        var kept = await online.HandInAsync("s1", ClassOnline.Join, ClassOnline.Right(ClassOnline.Join), cancellation);
        var first = online.Work();
        await gate.UntilSomebodyWaitsAsync(cancellation);
        await KillAndReplaceAsync(first, gate);

        await online.UntilAsync(kept.GradingId, g => g.State == GradingState.Graded, cancellation);
        Assert.That(await ScoresAsync(kept), Is.EqualTo([(2, 10)]));
        Assert.That(await online.AlarmsAsync(), Is.Empty);
    }

    [Test, CancelAfter(900_000)]
    public async Task A_worker_that_stood_still_while_another_graded_does_not_overwrite_and_both_results_are_equal(CancellationToken cancellation)
    {
        await using var gate = await GateAsync("BEFORE UPDATE ON \"Gradings\" FOR EACH ROW WHEN (NEW.\"State\" = 'Graded' AND OLD.\"Attempt\" = 1)");
        var kept = await online.HandInAsync("s1", ClassOnline.Join, ClassOnline.Right(ClassOnline.Join), cancellation);
        var slow = online.Work();
        await gate.UntilSomebodyWaitsAsync(cancellation);
        Signal(slow, "STOP");
        // What it just asked is as if it were never asked: its connection breaks while it stands still.
        await gate.CutWaitingAsync();
        await online.EndLeasesAsync();
        online.Work();
        var row = await online.UntilAsync(kept.GradingId, g => g.State == GradingState.Graded, cancellation);
        Assert.That(row.Attempt, Is.EqualTo(2));
        await gate.OpenAsync();
        Signal(slow, "CONT");

        while ((await online.ResultsAsync(kept.GradingId)).Count < 2)
            await Task.Delay(50, cancellation);

        var results = await online.ResultsAsync(kept.GradingId);
        Assert.That(results.Select(r => r.Hash).Distinct().ToList(), Has.Count.EqualTo(1));
        Assert.That(await online.AskAsync(c => c.HandIns.Select(h => h.ResultId).SingleAsync(cancellation)), Is.EqualTo(results[1].Id));
        Assert.That(await online.AlarmsAsync(), Is.Empty);
    }

    [Test, CancelAfter(900_000)]
    public async Task A_hand_in_whose_worker_dies_three_times_goes_to_the_teacher_while_the_others_go_on(CancellationToken cancellation)
    {
        await using var gate = await GateAsync("BEFORE INSERT ON \"Results\" FOR EACH ROW");
        var deadly = await online.HandInAsync("s1", ClassOnline.Join, ClassOnline.Right(ClassOnline.Join), cancellation);
        for (var kill = 1; kill <= 3; kill++)
        {
            var worker = online.Work();
            await online.UntilAsync(deadly.GradingId, g => g.State == GradingState.Grading && g.Attempt == kill, cancellation);
            await ClassOnline.KillAsync(worker);
            await gate.CutWaitingAsync();
            await online.EndLeasesAsync();
        }

        await gate.OpenAsync();
        var other = await online.HandInAsync("s2", ClassOnline.Join, ClassOnline.Broken(ClassOnline.Join), cancellation);
        online.Work();

        await online.UntilAsync(other.GradingId, g => g.State == GradingState.Graded, cancellation);
        var row = await online.UntilAsync(deadly.GradingId, g => g.State == GradingState.GraderFailed, cancellation);
        Assert.That(row.Attempt, Is.EqualTo(3));
        Assert.That((await online.AlarmsAsync()).Single().HandInId, Is.EqualTo(deadly.HandInId));
    }

    [Test, CancelAfter(900_000)]
    public async Task What_a_worker_did_since_its_last_good_probe_is_graded_again_by_another(CancellationToken cancellation)
    {
        var failing = online.Work("--probe-seconds", "10");
        var kept = await online.HandInAsync("s1", ClassOnline.Join, ClassOnline.Right(ClassOnline.Join), cancellation);
        await online.UntilAsync(kept.GradingId, g => g.State == GradingState.Graded, cancellation);
        // From now on it comes to something else than it must, and nobody knows since when.
        var right = await online.AskAsync(c => c.Probes.Select(p => p.Hash).SingleAsync(cancellation));
        await online.AskAsync(c => c.Workers.ExecuteUpdateAsync(set => set.SetProperty(w => w.LastGoodProbeAt, DateTimeOffset.UnixEpoch), cancellation));
        await online.AskAsync(c => c.Probes.ExecuteUpdateAsync(set => set.SetProperty(p => p.Hash, new string('0', 64)), cancellation));
        await failing.WaitForExitAsync(cancellation);
        Assert.That(failing.ExitCode, Is.EqualTo(3));
        Assert.That((await online.AlarmsAsync()).Single().Kind, Is.EqualTo(AlarmKind.WorkerRefused));
        await online.AskAsync(c => c.Probes.ExecuteUpdateAsync(set => set.SetProperty(p => p.Hash, right), cancellation));

        online.Work();

        var again = await online.AskAsync(c => c.Gradings.Where(g => g.Reason == GradingReason.Doubted).Select(g => g.Id).SingleAsync(cancellation));
        await online.UntilAsync(again, g => g.State == GradingState.Graded, cancellation);
        var standing = await online.AskAsync(c => c.HandIns.Select(h => h.ResultId).SingleAsync(cancellation));
        Assert.That(standing, Is.EqualTo((await online.ResultsAsync(again)).Single().Id));
        Assert.That((await online.ResultsAsync(kept.GradingId)).Single().DoubtedAt, Is.Not.Null);
    }

    [Test, CancelAfter(900_000)]
    public async Task What_was_handed_in_just_now_goes_before_what_is_graded_again(CancellationToken cancellation)
    {
        var kept = new List<KeptHandIn>();
        for (var i = 1; i <= 4; i++)
            kept.Add(await online.HandInAsync($"s{i}", ClassOnline.Join, ClassOnline.Broken(ClassOnline.Join), cancellation));
        // Two of them were graded before, and are to be again: they were asked for first.
        var again = kept.Take(2).Select(k => new GradingRow { Id = Guid.NewGuid(), HandInId = k.HandInId, Reason = GradingReason.Asked, AskedAt = DateTimeOffset.UnixEpoch }).ToList();
        await online.AskAsync(async c =>
        {
            c.AddRange(again);
            return await c.SaveChangesAsync(cancellation);
        });

        online.Work();

        foreach (var grading in again.Select(g => g.Id).Concat(kept.Select(k => k.GradingId)))
            await online.UntilAsync(grading, g => g.State == GradingState.Graded, cancellation);
        var begun = await online.AskAsync(c => c.Gradings.OrderBy(g => g.BegunAt).Select(g => g.Reason).ToListAsync(cancellation));
        Assert.That(begun, Is.EqualTo(Enumerable.Repeat(GradingReason.HandedIn, 4).Concat(Enumerable.Repeat(GradingReason.Asked, 2))));
    }

    private async Task KillAndReplaceAsync(Process worker, DatabaseGate gate)
    {
        await ClassOnline.KillAsync(worker);
        // What the killed one was waiting for there is not granted to nobody.
        await gate.CutWaitingAsync();
        await gate.OpenAsync();
        await online.EndLeasesAsync();
        online.Work();
    }

    private async Task<IReadOnlyList<(int Attempt, int Score)>> ScoresAsync(KeptHandIn kept) =>
        [.. (await online.ResultsAsync(kept.GradingId)).Select(r => (r.Attempt, ResultContent.ReadRecord(r.Record).Score))];

    private Task<DatabaseGate> GateAsync(string when) => DatabaseGate.CloseAsync(online.Connection!, Lock, when);

    private static void Signal(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
