using System.Net;
using System.Net.Sockets;
using ExerciseKit.Service.Data.Contents;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Tests.Cli;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Tests.Service;

/// <summary>Real <c>kit serve</c> with what it has embedded, killed, started again, and used wrong.</summary>
[NeedsLinux, NonParallelizable]
[Category("Slow")]
public sealed class ServeTests
{
    private ClassOnline online = null!;

    [SetUp]
    public async Task SetUpAsync() => online = await ClassOnline.BeginAsync(DatabaseKind.Embedded, CancellationToken.None);

    [TearDown]
    public async Task TearDownAsync() => await online.DisposeAsync();

    [Test, CancelAfter(900_000)]
    public async Task Killed_in_the_middle_of_a_grading_it_goes_on_at_its_next_start_and_nothing_is_lost_or_doubled(CancellationToken cancellation)
    {
        var kept = new List<KeptHandIn>();
        for (var i = 1; i <= 3; i++)
            kept.Add(await online.HandInAsync($"s{i}", ClassOnline.Join, ClassOnline.Right(ClassOnline.Join), cancellation));
        var first = online.Serve();
        await UntilAnyAsync(GradingState.Grading, cancellation);
        await ClassOnline.KillAsync(first);
        var begun = await online.AskAsync(c => c.Gradings.CountAsync(g => g.Attempt == 1, cancellation));

        online.Serve();

        foreach (var one in kept)
            await online.UntilAsync(one.GradingId, g => g.State == GradingState.Graded, cancellation);
        var results = await online.AskAsync(c => c.Results.AsNoTracking().ToListAsync(cancellation));
        Assert.That(begun, Is.GreaterThan(0));
        Assert.That(results.Select(r => r.HandInId), Is.EquivalentTo(kept.Select(k => k.HandInId)));
        Assert.That(results.Select(r => ResultContent.ReadRecord(r.Record).Score), Is.All.EqualTo(10));
    }

    [Test, CancelAfter(900_000)]
    public async Task A_result_that_could_not_be_written_when_the_process_was_killed_is_made_again(CancellationToken cancellation)
    {
        var kept = await online.HandInAsync("s1", ClassOnline.Join, ClassOnline.Right(ClassOnline.Join), cancellation);
        var first = online.Serve();
        await online.UntilAsync(kept.GradingId, g => g.State == GradingState.Grading, cancellation);
        await using (var writing = online.Database.CreateContext())
        {
            // Whoever writes waits for this one.
            await using var held = await writing.Database.BeginTransactionAsync(cancellation);
            Assert.That((await online.GradingAsync(kept.GradingId)).State, Is.EqualTo(GradingState.Grading), "It was graded before it could be held up.");
            await ClassOnline.KillAsync(first);
        }

        online.Serve();

        var row = await online.UntilAsync(kept.GradingId, g => g.State == GradingState.Graded, cancellation);
        Assert.That((row.Attempt, row.Failures), Is.EqualTo((2, 1)));
        Assert.That(await online.ResultsAsync(kept.GradingId), Has.Count.EqualTo(1));
    }

    [Test, CancelAfter(900_000)]
    public async Task It_says_that_it_lives_and_is_ready_and_a_second_one_on_its_folder_or_its_port_is_refused(CancellationToken cancellation)
    {
        var port = FreePort();
        var first = online.Serve("--listen", $"http://127.0.0.1:{port}");
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        while (await AnswerAsync(client, "/health/live") != HttpStatusCode.OK)
        {
            Assert.That(first.HasExited, Is.False, "It ended by itself.");
            await Task.Delay(100, cancellation);
        }

        Assert.That(await client.GetStringAsync("/health/ready", cancellation), Does.StartWith("ready, 0 waiting"));

        var sameFolder = await RunAsync("--folder", online.ServiceFolder, "--listen", "http://127.0.0.1:0");
        var samePort = await RunAsync("--folder", Path.Combine(online.Folder, "other"), "--listen", $"http://127.0.0.1:{port}");

        Assert.That(sameFolder.ExitCode, Is.EqualTo(2), sameFolder.Error);
        Assert.That(sameFolder.Error, Does.Contain("is in use by another kit"));
        Assert.That(samePort.ExitCode, Is.EqualTo(2), samePort.Error);
        Assert.That(samePort.Error, Does.Contain("is in use by another program"));
    }

    [Test, CancelAfter(900_000)]
    public async Task A_course_that_was_changed_is_shown_as_a_difference_and_taken_when_that_is_said(CancellationToken cancellation)
    {
        await File.WriteAllTextAsync(online.Course, (await File.ReadAllTextAsync(online.Course, cancellation)).Replace("\"Processes\"", "\"Processes, spring\"", StringComparison.Ordinal), cancellation);

        var shown = await UntilServedAsync(cancellation);
        var counting = await online.AskAsync(c => c.Courses.CountAsync(cancellation));
        await UntilServedAsync(cancellation, "--take-course");

        Assert.That(shown, Does.Contain("+ ").And.Contain("Processes, spring").And.Contain("--take-course"));
        Assert.That(counting, Is.EqualTo(1));
        Assert.That(await online.AskAsync(c => c.Courses.CountAsync(cancellation)), Is.EqualTo(2));
        Assert.That(await online.AskAsync(c => c.Audit.CountAsync(a => a.What == "course-taken", cancellation)), Is.EqualTo(2));
    }

    private async Task<string> UntilServedAsync(CancellationToken cancellation, params string[] more)
    {
        using var kit = KitProcess.Start(online.Folder, [], ["serve", online.Course, "--folder", online.ServiceFolder, "--listen", "http://127.0.0.1:0", "--root", Repository.Root, "--no-grading", .. more]);
        var said = new System.Text.StringBuilder();
        while (await kit.StandardOutput.ReadLineAsync(cancellation) is { } line && said.AppendLine(line) is not null && !line.Contains("is served at", StringComparison.Ordinal))
        {
        }

        await ClassOnline.KillAsync(kit);
        return said.ToString();
    }

    private Task<KitRun> RunAsync(params string[] more) => KitProcess.RunAsync(online.Folder, ["serve", online.Course, "--root", Repository.Root, "--no-grading", .. more]);

    private async Task UntilAnyAsync(GradingState state, CancellationToken cancellation)
    {
        while (!await online.AskAsync(c => c.Gradings.AnyAsync(g => g.State == state, cancellation)))
            await Task.Delay(20, cancellation);
    }

    private static async Task<HttpStatusCode?> AnswerAsync(HttpClient client, string path)
    {
        try
        {
            using var answer = await client.GetAsync(path);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return null;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
