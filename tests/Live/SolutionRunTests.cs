using ExerciseKit.Authoring.Verification;
using ExerciseKit.Tests.Grading.Golden;

namespace ExerciseKit.Tests.Live;

/// <summary>Each task's program as its author starts it: <c>dotnet run</c> in its folder, real processes, the real clock.</summary>
/// <remarks>Building all of them takes a minute.</remarks>
[Category("Slow"), NeedsLinux]
public sealed class SolutionRunTests
{
    /// <summary>They mostly sleep.</summary>
    private const int AtOnce = 4;

    private static readonly TimeSpan Reaping = TimeSpan.FromSeconds(30);

    private TemporaryFolder place = null!;

    private string Deadlocked => Path.Combine(place.Path, "07-ticket-sale", "07-ticket-sale.csproj");

    [OneTimeSetUp]
    public async Task BuildAll()
    {
        place = new TemporaryFolder();
        foreach (var settings in (string[])["props", "targets"])
            place.Write($"Directory.Build.{settings}", $"<Project><Import Project=\"{Repository.Root}/exercises/Directory.Build.{settings}\" /></Project>");
        place.Write("07-ticket-sale/07-ticket-sale.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        place.Write("07-ticket-sale/TicketSale.cs", await File.ReadAllTextAsync(GoldenHandIn.Source("deadlock-lock-never-released")));
        foreach (var given in (string[])["Program.cs", "TicketFile.cs"])
            place.Write($"07-ticket-sale/{given}", await File.ReadAllTextAsync(Path.Combine(Repository.Root, "exercises", "07-ticket-sale", given)));
        await TaskFolders.BuildAsync(place.Path, [.. Solutions.Select(f => Directory.GetFiles(f, "*.csproj").Single()), Deadlocked]);
    }

    [OneTimeTearDown]
    public void Remove() => place.Dispose();

    [Test, CancelAfter(600_000)]
    public async Task A_solution_prints_the_lines_of_its_task_sheet_from_real_processes(CancellationToken cancellation)
    {
        var runs = new System.Collections.Concurrent.ConcurrentBag<Run>();
        var limit = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Solutions, limit, async (folder, _) => runs.Add(await RunAsync(folder)));

        using (Assert.EnterMultipleScope())
        {
            foreach (var run in runs.OrderBy(r => r.Folder, StringComparer.Ordinal))
                Hold(run);
        }
    }

    [Test, CancelAfter(180_000)]
    public async Task A_deadlocked_program_is_told_who_waits_where_and_ends_by_itself()
    {
        var run = await RunAsync(Path.GetDirectoryName(Deadlocked)!);

        Assert.That(run.ExitCode, Is.Not.Zero.And.Not.EqualTo(137), run.Errors);
        Assert.That(run.Errors, Does.Contain("waits").And.Contain("TicketSale.cs:12").And.Contain("TicketSale.cs:19").And.Contain("ProcessLock.Acquire").And.Not.Contain("   at "));
        Assert.That(run.Left, Is.Empty);
    }

    private static IEnumerable<string> Solutions => TaskFolders.Solutions;

    private static async Task<Run> RunAsync(string folder)
    {
        using var temp = PrivateTemp.OfChildren();
        var mostAtOnce = 0;
        var (output, errors, exitCode, _) = await TaskFolders.RunAsync(folder, temp.Path, _ => mostAtOnce = Math.Max(mostAtOnce, Children(temp)));
        var left = temp.AllEndWithin(Reaping) ? "" : $"Processes are left: {string.Join(", ", temp.Processes)}. ";
        var sockets = temp.Files.Where(f => f.StartsWith("exercisekit-", StringComparison.Ordinal)).ToList();
        return new Run(folder, output, errors, exitCode, mostAtOnce, sockets.Count == 0 ? left : $"{left}Sockets are left: {string.Join(", ", sockets)}.");
    }

    private static void Hold(Run run)
    {
        var name = Path.GetFileName(run.Folder);
        var expected = ExpectedOutput.Read(run.Folder);
        Assert.That(run.ExitCode, Is.Zero, $"{name}: {run.Errors}");
        expected.HoldErrors(run.Errors);
        expected.Hold(run.Output);
        Assert.That(run.MostAtOnce, Is.GreaterThanOrEqualTo(expected.Processes), $"{name}: children seen alive at once");
        Assert.That(run.Left, Is.Empty, name);
    }

    private static int Children(PrivateTemp temp) => temp.Processes.Count(id => PrivateTemp.CommandLine(id).Contains("--live"));

    private sealed record Run(string Folder, IReadOnlyList<string> Output, string Errors, int ExitCode, int MostAtOnce, string Left);
}
