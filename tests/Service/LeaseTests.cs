using ExerciseKit.Classes.HandIns;
using ExerciseKit.Classes.Results;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Queue;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Tests.Service;

/// <summary>Who has what, and whose result is taken: on both databases, whatever comes late.</summary>
[TestFixture(DatabaseKind.Embedded), TestFixture(DatabaseKind.Postgres), NeedsPostgres]
public sealed class LeaseTests(DatabaseKind kind)
{
    private ClassOnline online = null!;
    private Leases leases = null!;
    private ResultKeeping results = null!;

    [SetUp]
    public async Task SetUpAsync()
    {
        online = await ClassOnline.BeginAsync(kind, CancellationToken.None);
        leases = new Leases(online.Database, LeaseTimes.Default);
        results = new ResultKeeping(online.Database);
    }

    [TearDown]
    public async Task TearDownAsync() => await online.DisposeAsync();

    [Test, CancelAfter(300_000)]
    public async Task Of_many_that_claim_at_once_one_has_it(CancellationToken cancellation)
    {
        var kept = await HandInAsync("s1", cancellation);

        var claims = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => leases.ClaimAsync(kept.GradingId, $"w{i}", cancellation), cancellation)));

        Assert.That(claims.OfType<Claim>().ToList(), Has.Count.EqualTo(1));
        Assert.That((await online.GradingAsync(kept.GradingId)).Attempt, Is.EqualTo(1));
    }

    [Test, CancelAfter(300_000)]
    public async Task A_claim_whose_answer_was_lost_comes_back_and_counts_as_no_failure(CancellationToken cancellation)
    {
        var kept = await HandInAsync("s1", cancellation);
        await leases.ClaimAsync(kept.GradingId, "deaf", cancellation);

        // It says that it lives and holds nothing.
        await leases.RenewAsync("deaf", [], cancellation);

        var row = await online.GradingAsync(kept.GradingId);
        Assert.That((row.State, row.Failures, row.JobId), Is.EqualTo((GradingState.Waiting, 0, (string?)null)));
        Assert.That(await leases.ClaimAsync(kept.GradingId, "other", cancellation), Has.Property(nameof(Claim.Attempt)).EqualTo(2));
    }

    [Test, CancelAfter(300_000)]
    public async Task What_a_silent_worker_has_is_taken_back_and_what_one_has_that_speaks_is_not(CancellationToken cancellation)
    {
        var (silent, speaking) = (await HandInAsync("s1", cancellation), await HandInAsync("s2", cancellation));
        await leases.ClaimAsync(silent.GradingId, "silent", cancellation);
        await leases.ClaimAsync(speaking.GradingId, "speaking", cancellation);
        await online.EndLeasesAsync();
        Assert.That(await leases.RenewAsync("speaking", [speaking.GradingId], cancellation), Is.Empty);

        Assert.That(await leases.TakeBackAsync(cancellation), Is.EqualTo(1));

        Assert.That((await online.GradingAsync(silent.GradingId)).State, Is.EqualTo(GradingState.Waiting));
        Assert.That((await online.GradingAsync(speaking.GradingId)).State, Is.EqualTo(GradingState.Grading));
        Assert.That(await leases.RenewAsync("silent", [silent.GradingId], cancellation), Is.EqualTo([silent.GradingId]), "It must learn what it lost.");
    }

    [Test, CancelAfter(300_000)]
    public async Task A_worker_that_lost_its_lease_does_not_overwrite(CancellationToken cancellation)
    {
        var kept = await HandInAsync("s1", cancellation);
        var slow = (await leases.ClaimAsync(kept.GradingId, "slow", cancellation))!;
        await online.EndLeasesAsync();
        await leases.TakeBackAsync(cancellation);
        var quick = (await leases.ClaimAsync(kept.GradingId, "quick", cancellation))!;

        Assert.That(await results.PutAsync(slow, Graded("cut short"), "slow", cancellation), Is.EqualTo(Keeping.Overtaken), "While the other grades.");
        Assert.That((await online.GradingAsync(kept.GradingId)).State, Is.EqualTo(GradingState.Grading));
        Assert.That(await results.PutAsync(quick, Graded("cut short"), "quick", cancellation), Is.EqualTo(Keeping.Stands));
        Assert.That(await results.PutAsync(slow, Graded("cut short"), "slow", cancellation), Is.EqualTo(Keeping.WasThere), "Brought again.");

        var rows = await online.ResultsAsync(kept.GradingId);
        Assert.That(rows.Select(r => (r.Attempt, r.WorkerId)), Is.EqualTo([(1, "slow"), (2, "quick")]));
        Assert.That(await StandingAsync(kept), Is.EqualTo(rows[1].Id));
        Assert.That(await online.AlarmsAsync(), Is.Empty, "Both are equal.");
    }

    [Test, CancelAfter(300_000)]
    public async Task A_result_whose_answer_was_lost_is_kept_once(CancellationToken cancellation)
    {
        var kept = await HandInAsync("s1", cancellation);
        var claim = (await leases.ClaimAsync(kept.GradingId, "w", cancellation))!;
        await results.PutAsync(claim, Graded("cut short"), "w", cancellation);

        Assert.That(await results.PutAsync(claim, Graded("cut short"), "w", cancellation), Is.EqualTo(Keeping.WasThere));

        Assert.That(await online.ResultsAsync(kept.GradingId), Has.Count.EqualTo(1));
    }

    [Test, CancelAfter(300_000)]
    public async Task Two_results_of_one_hand_in_that_differ_are_told_to_the_teacher(CancellationToken cancellation)
    {
        var kept = await HandInAsync("s1", cancellation);
        var first = (await leases.ClaimAsync(kept.GradingId, "one", cancellation))!;
        await online.EndLeasesAsync();
        await leases.TakeBackAsync(cancellation);
        var second = (await leases.ClaimAsync(kept.GradingId, "other", cancellation))!;
        await results.PutAsync(second, Graded("cut short"), "other", cancellation);

        await results.PutAsync(first, Graded("encrypted"), "one", cancellation);

        var alarm = (await online.AlarmsAsync()).Single();
        Assert.That(alarm, Has.Property(nameof(AlarmRow.Kind)).EqualTo(AlarmKind.ResultsDiffer).And.Property(nameof(AlarmRow.HandInId)).EqualTo(kept.HandInId));
        Assert.That(alarm.English, Does.Contain("one").And.Contain("other"));
    }

    [Test, CancelAfter(300_000)]
    public async Task What_ends_its_worker_three_times_is_the_graders_failure_and_goes_to_the_teacher(CancellationToken cancellation)
    {
        var (deadly, other) = (await HandInAsync("s1", cancellation), await HandInAsync("s2", cancellation));
        for (var kill = 1; kill <= 3; kill++)
        {
            Assert.That((await online.GradingAsync(deadly.GradingId)).State, Is.EqualTo(GradingState.Waiting));
            await leases.ClaimAsync(deadly.GradingId, $"w{kill}", cancellation);
            await online.EndLeasesAsync();
            await leases.TakeBackAsync(cancellation);
        }

        var row = await online.GradingAsync(deadly.GradingId);
        Assert.That((row.State, row.Failures), Is.EqualTo((GradingState.GraderFailed, 3)));
        Assert.That((await online.AlarmsAsync()).Single(), Has.Property(nameof(AlarmRow.Kind)).EqualTo(AlarmKind.GraderFailed).And.Property(nameof(AlarmRow.HandInId)).EqualTo(deadly.HandInId));
        Assert.That(await leases.ClaimAsync(deadly.GradingId, "w4", cancellation), Is.Null);
        Assert.That(await leases.ClaimAsync(other.GradingId, "w4", cancellation), Is.Not.Null, "The others go on.");
    }

    [Test, CancelAfter(300_000)]
    public async Task A_worker_that_is_told_to_end_gives_back_what_it_has(CancellationToken cancellation)
    {
        var kept = await HandInAsync("s1", cancellation);
        await leases.ClaimAsync(kept.GradingId, "w", cancellation);

        await leases.ReturnAllAsync("w", cancellation);

        var row = await online.GradingAsync(kept.GradingId);
        Assert.That((row.State, row.Failures), Is.EqualTo((GradingState.Waiting, 0)));
    }

    [Test, CancelAfter(300_000)]
    public async Task Of_fifty_hand_ins_of_one_student_the_newest_waits_alone(CancellationToken cancellation)
    {
        var others = await HandInAsync("s2", cancellation);
        var spawn = await online.HandInAsync("s1", ClassOnline.Spawn, ClassOnline.Broken(ClassOnline.Spawn), cancellation);
        KeptHandIn last = null!;
        for (var i = 0; i < 50; i++)
            last = await online.HandInAsync("s1", ClassOnline.Join, ClassOnline.Broken(ClassOnline.Join, i), cancellation);

        var waiting = await online.AskAsync(c => c.Gradings.Where(g => g.State == GradingState.Waiting).Select(g => g.Id).ToListAsync(cancellation));

        Assert.That(waiting, Is.EquivalentTo([others.GradingId, spawn.GradingId, last.GradingId]));
        Assert.That(await online.AskAsync(c => c.HandIns.CountAsync(cancellation)), Is.EqualTo(52), "All are kept.");
    }

    [Test, CancelAfter(300_000)]
    public async Task What_is_sent_again_under_the_same_name_is_handed_in_once(CancellationToken cancellation)
    {
        var content = ClassOnline.Broken(ClassOnline.Join);

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => online.HandInAsync("s1", ClassOnline.Join, content, cancellation, sentAs: "upload-1"), cancellation)));

        Assert.That(all.Select(a => a.HandInId).Distinct().ToList(), Has.Count.EqualTo(1));
        Assert.That(all.Count(a => !a.WasThere), Is.EqualTo(1));
        Assert.That(await online.AskAsync(c => c.Gradings.CountAsync(cancellation)), Is.EqualTo(1));
    }

    private Task<KeptHandIn> HandInAsync(string student, CancellationToken cancellation) =>
        online.HandInAsync(student, ClassOnline.Join, ClassOnline.Broken(ClassOnline.Join), cancellation);

    private Task<Guid?> StandingAsync(KeptHandIn kept) => online.AskAsync(c => c.HandIns.Where(h => h.Id == kept.HandInId).Select(h => h.ResultId).SingleAsync());

    // A hand-in that can't be read has no result but the reason.
    private static GradedHandIn Graded(string problem) =>
        new("kit", "the same", new HandInRecord("key", "place", [new Student("s1", "Student 1")], "the same") { Problem = problem }, null);
}
