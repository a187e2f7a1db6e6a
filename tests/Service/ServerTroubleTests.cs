using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Tests.Cli;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Tests.Service;

/// <summary>A PostgreSQL that is away, that dies in the middle, or that lets nobody in.</summary>
[NeedsLinux, NeedsPostgres, NonParallelizable]
[Category("Slow")]
public sealed class ServerTroubleTests
{
    [Test, CancelAfter(900_000)]
    public async Task PostgreSQL_killed_in_the_middle_of_a_grading_is_waited_for_and_the_result_is_kept(CancellationToken cancellation)
    {
        using var cluster = PostgresCluster.Start();
        await using var online = await ClassOnline.BeginAsync(DatabaseKind.Postgres, cancellation, cluster);
        var kept = await online.HandInAsync("s1", ClassOnline.Join, ClassOnline.Right(ClassOnline.Join), cancellation);
        online.Work();
        await online.UntilAsync(kept.GradingId, g => g.State == GradingState.Grading, cancellation);

        cluster.Kill();
        cluster.StartServer();

        var row = await UntilGradedAsync(online, kept.GradingId, cancellation);
        Assert.That((row.Attempt, row.Failures), Is.EqualTo((1, 0)), "The worker that was grading brought its result.");
        var later = await HandInAgainAsync(online, cancellation);
        await UntilGradedAsync(online, later, cancellation);
    }

    [TestCase("Password=wrong", "does not let this user in"), TestCase("Database=nowhere", "Make it with `createdb`"), TestCase("Host=nowhere.invalid", "does not answer"), TestCase("Nonsense=1", "--database can't be read"), CancelAfter(300_000)]
    public async Task A_server_that_can_t_be_used_is_told_in_words(string instead, string words, CancellationToken cancellation)
    {
        await using var online = ClassOnline.Make(DatabaseKind.Postgres);

        var run = await KitProcess.RunAsync(online.Folder, "work", "--database", $"{online.Connection};{instead}", "--root", Repository.Root, "--wait-seconds", "0");

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Output + run.Error);
        Assert.That(run.Error, Does.Contain(words).And.Not.Contain("secret-of-the-tests").And.Not.Contain("   at "));
    }

    [Test, CancelAfter(300_000)]
    public async Task A_worker_with_no_class_yet_says_what_to_start_first()
    {
        await using var online = ClassOnline.Make(DatabaseKind.Postgres);

        var run = await KitProcess.RunAsync(online.Folder, "work", "--database", online.Connection!, "--root", Repository.Root);

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Output + run.Error);
        Assert.That(run.Error, Does.Contain("holds no course yet"));
    }

    [Test, CancelAfter(300_000)]
    public async Task A_server_that_is_away_at_the_start_is_waited_for(CancellationToken cancellation)
    {
        using var cluster = PostgresCluster.Start();
        await using var online = await ClassOnline.BeginAsync(DatabaseKind.Postgres, cancellation, cluster);
        cluster.Kill();
        var work = online.Work();
        await online.UntilSaidAsync(work, "does not answer", cancellation);

        cluster.StartServer();

        while (await CountWorkersAsync(online) == 0)
            await Task.Delay(100, cancellation);
        Assert.That(work.HasExited, Is.False);
    }

    private static async Task<Guid> HandInAgainAsync(ClassOnline online, CancellationToken cancellation)
    {
        var kept = await online.HandInAsync("s2", ClassOnline.Join, ClassOnline.Broken(ClassOnline.Join), cancellation);
        return kept.GradingId;
    }

    private static async Task<int> CountWorkersAsync(ClassOnline online)
    {
        try
        {
            return await online.AskAsync(c => c.Workers.CountAsync());
        }
        catch (Exception e) when (ExerciseKit.Service.Queue.Patience.IsPassing(e))
        {
            // The test's own pool has connections of before.
            return 0;
        }
    }

    private static async Task<GradingRow> UntilGradedAsync(ClassOnline online, Guid grading, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await online.UntilAsync(grading, g => g.State == GradingState.Graded, cancellation);
            }
            catch (Exception e) when (ExerciseKit.Service.Queue.Patience.IsPassing(e))
            {
                await Task.Delay(100, cancellation);
            }
        }
    }
}
