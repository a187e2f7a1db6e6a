using ExerciseKit.Tests.Grading.Golden;

namespace ExerciseKit.Tests.Live;

/// <summary>Each task's program as its author starts it: <c>dotnet run</c> in its folder, real processes, the real clock.</summary>
[NonParallelizable, Platform("Linux")]
public sealed class SolutionRunTests
{
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
        await TaskFolders.BuildAsync(place.Path, [.. TaskFolders.Solutions.Select(f => Directory.GetFiles(f, "*.csproj").Single()), Deadlocked]);
    }

    [OneTimeTearDown]
    public void Remove() => place.Dispose();

    [TestCaseSource(nameof(Names)), CancelAfter(180_000)]
    public async Task A_solution_prints_the_lines_of_its_task_sheet_from_real_processes(string name)
    {
        using var temp = new PrivateTemp();
        var folder = Path.Combine(Repository.Root, "solutions", name);
        var expected = ExpectedOutput.Read(folder);
        var mostAtOnce = 0;

        var (output, errors, exitCode, _) = await TaskFolders.RunAsync(folder, _ => mostAtOnce = Math.Max(mostAtOnce, Children(temp)));

        Assert.That(exitCode, Is.Zero, errors);
        expected.HoldErrors(errors);
        expected.Hold(output);
        Assert.That(mostAtOnce, Is.GreaterThanOrEqualTo(expected.Processes), "children seen alive at once");
        AssertNothingIsLeft(temp);
    }

    [Test, CancelAfter(180_000)]
    public async Task A_deadlocked_program_is_told_who_waits_where_and_ends_by_itself()
    {
        using var temp = new PrivateTemp();

        var (_, errors, exitCode, _) = await TaskFolders.RunAsync(Path.GetDirectoryName(Deadlocked)!, _ => { });

        Assert.That(exitCode, Is.Not.Zero.And.Not.EqualTo(137), errors);
        Assert.That(errors, Does.Contain("waits").And.Contain("TicketSale.cs:12").And.Contain("TicketSale.cs:19").And.Contain("ProcessLock.Acquire").And.Not.Contain("   at "));
        AssertNothingIsLeft(temp);
    }

    private static IEnumerable<string> Names() => TaskFolders.Solutions.Select(f => Path.GetFileName(f)!);

    private static int Children(PrivateTemp temp) => temp.Processes.Count(id => PrivateTemp.CommandLine(id).Contains("--live"));

    private static void AssertNothingIsLeft(PrivateTemp temp)
    {
        Assert.That(temp.AllEndWithin(Reaping), Is.True, $"Processes are left: {string.Join(", ", temp.Processes)}.");
        Assert.That(temp.Files.Where(f => f.StartsWith("exercisekit-", StringComparison.Ordinal)), Is.Empty, "Sockets are left.");
    }
}
