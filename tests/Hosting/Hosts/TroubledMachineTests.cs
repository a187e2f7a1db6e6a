using System.Diagnostics;
using System.Text.Json.Nodes;
using ExerciseKit.Reports;
using ExerciseKit.Tests.Cli;
using ExerciseKit.Tests.Grading.Golden;
using ExerciseKit.Tests.Reports;

namespace ExerciseKit.Tests.Hosting.Hosts;

/// <summary>Whatever befalls the machine in the middle of grading is no loss of the student's: the result says that the grader failed, and keeps what was finished.</summary>
[NeedsLinux, CancelAfter(180_000)]
public sealed class TroubledMachineTests
{
    private const string Pending = "pending";
    private const int FinishedChecks = 4;
    private static readonly TimeSpan Reaping = TimeSpan.FromSeconds(30);

    private PrivateTemp temp = null!;
    private ExerciseKit.Tests.TemporaryFolder folder = null!;

    [SetUp]
    public async Task Write()
    {
        temp = PrivateTemp.OfChildren();
        folder = new();
        // The first exercise is soon done; the second computes inside the framework for longer than any test waits.
        folder.Write("hand-in/01-spawn/Spawn.cs", await File.ReadAllTextAsync(Path.Combine(Repository.Solution("01-spawn"), "Spawn.cs")));
        folder.Write("hand-in/02-join/Join.cs", await File.ReadAllTextAsync(GoldenHandIn.Source("limit-inside-the-framework")));
    }

    [TearDown]
    public void Remove()
    {
        Assert.That(temp.AllEndWithin(Reaping), Is.True, $"Processes are left: {string.Join(", ", temp.Processes)}.");
        folder.Dispose();
        temp.Dispose();
    }

    private string OutFile => Path.Combine(folder.Path, "result.json");

    [Test]
    public async Task A_host_killed_once_is_replaced_and_costs_nobody_anything(CancellationToken cancellation)
    {
        using var kit = KitProcess.Start(folder.Path, temp.Environment, "grade", Repository.Solution("07-ticket-sale"), "--root", Repository.Root, "--out", OutFile);
        var host = await HostOfAsync(kit, cancellation);

        using (var killed = Process.GetProcessById(host))
            killed.Kill();
        var run = await KitProcess.EndAsync(kit);

        Assert.That(run.ExitCode, Is.Zero, run.Output + run.Error);
        Assert.That(Result()["score"]!.GetValue<int>(), Is.EqualTo(10));
    }

    [Test, Category("Slow")]
    public async Task Hosts_that_are_killed_again_and_again_are_the_graders_fault(CancellationToken cancellation)
    {
        using var kit = await SecondExerciseAsync(cancellation);
        while (!kit.HasExited)
        {
            foreach (var host in Hosts(kit))
                Kill(host);
            await Task.Delay(20, cancellation);
        }

        await AssertFaultAsync(kit, "killed from outside");
    }

    [Test, Category("Slow"), NeedsBubblewrap]
    public async Task A_sandbox_killed_in_the_middle_is_the_graders_fault(CancellationToken cancellation)
    {
        using var kit = await SecondExerciseAsync(cancellation);

        foreach (var sandbox in ProcessTree.Descendants(kit.Id).Where(id => PrivateTemp.CommandLine(id) is [var program, ..] && program.EndsWith("bwrap", StringComparison.Ordinal)))
            Kill(sandbox);

        await AssertFaultAsync(kit, "The sandbox has ended in the middle of grading");
    }

    [Test]
    public async Task A_host_binary_that_is_not_there_is_the_graders_fault()
    {
        var tool = CopyOfTheTool();
        File.Delete(Path.Combine(tool, "host", "ExerciseKit.Host.dll"));

        using var kit = KitProcess.StartTool(tool, folder.Path, temp.Environment, "grade", "hand-in", "--root", Repository.Root, "--out", OutFile);
        var run = await KitProcess.EndAsync(kit);

        Assert.That(run.ExitCode, Is.EqualTo(3), run.Error);
        Assert.That(Result()["gradable"]!.GetValue<bool>(), Is.False);
        Assert.That(Result()["fault"]!["en"]!.GetValue<string>(), Does.Contain("ExerciseKit.Host.dll is missing"));
    }

    [Test, Category("Slow")]
    public async Task A_host_binary_that_goes_in_the_middle_is_the_graders_fault(CancellationToken cancellation)
    {
        var tool = CopyOfTheTool();
        using var kit = await SecondExerciseAsync(cancellation, tool);

        File.Delete(Path.Combine(tool, "host", "ExerciseKit.Host.dll"));
        foreach (var host in Hosts(kit))
            Kill(host);

        await AssertFaultAsync(kit, "before it connected");
    }

    [Test, Category("Slow")]
    public async Task A_disk_that_fills_up_in_the_middle_keeps_the_last_whole_result()
    {
        await using var small = await SmallDisk.MountAsync(Path.Combine(folder.Path, "small"), "8k");
        var file = Path.Combine(small.Path, "result.json");

        var run = await KitProcess.RunAsync(folder.Path, temp.Environment, "grade", GoldenHandIn.Source("crash-in-a-child"), "--exercise", "07-ticket-sale", "--root", Repository.Root, "--format", "json", "--out", file);

        Assert.That(run.ExitCode, Is.EqualTo(3), run.Error);
        var told = JsonNode.Parse(run.Output)!;
        Assert.That(told["gradable"]!.GetValue<bool>(), Is.False);
        Assert.That(told["fault"]!["en"]!.GetValue<string>(), Does.Contain($"The result can't be written to {file}"));
        Assert.That(Directory.GetFiles(small.Path), Is.EqualTo(new[] { file }), "Half a result lies about.");
        Assert.That(JsonSchema.Parse(ResultSchema.Text()).Faults(JsonNode.Parse(await File.ReadAllTextAsync(file))!), Is.Empty);
    }

    [Test]
    public async Task A_temporary_folder_without_room_is_the_graders_fault()
    {
        await using var small = await SmallDisk.MountAsync(Path.Combine(folder.Path, "small"), "64k");
        await File.WriteAllBytesAsync(Path.Combine(small.Path, "filler"), new byte[48 << 10]);

        var run = await KitProcess.RunAsync(folder.Path, new Dictionary<string, string> { [PrivateTemp.Variable] = small.Path }, "grade", Repository.Solution("01-spawn"), "--root", Repository.Root, "--out", OutFile);

        Assert.That(run.ExitCode, Is.EqualTo(3), run.Output + run.Error);
        Assert.That(Result()["gradable"]!.GetValue<bool>(), Is.False);
        Assert.That(Result()["fault"]!["en"]!.GetValue<string>(), Does.Contain("No space left on device").And.Contain("Make room there"));
        Assert.That(Directory.GetFileSystemEntries(small.Path).Select(Path.GetFileName), Is.EqualTo(new[] { "filler" }), "Something lies about.");
    }

    /// <summary>Grading has come as far as the second exercise, and goes on there.</summary>
    private async Task<Process> SecondExerciseAsync(CancellationToken cancellation, string? tool = null)
    {
        var kit = KitProcess.StartTool(tool ?? TestContext.CurrentContext.TestDirectory, folder.Path, temp.Environment, "grade", "hand-in", "--root", Repository.Root, "--out", OutFile);
        while (!File.Exists(OutFile) || Verdicts(Result()).Count(v => v != Pending) < FinishedChecks)
            await WaitAsync(kit, cancellation);
        await HostOfAsync(kit, cancellation);
        return kit;
    }

    private async Task AssertFaultAsync(Process kit, string told)
    {
        var run = await KitProcess.EndAsync(kit);
        Assert.That(run.ExitCode, Is.EqualTo(3), run.Output + run.Error);
        var result = Result();
        Assert.That(JsonSchema.Parse(ResultSchema.Text()).Faults(result), Is.Empty);
        Assert.That(result["gradable"]!.GetValue<bool>(), Is.False);
        Assert.That(result["fault"]!["en"]!.GetValue<string>(), Does.Contain(told));
        Assert.That(Verdicts(result).Take(FinishedChecks), Is.EqualTo(Enumerable.Repeat("passed", FinishedChecks)));
        Assert.That(Verdicts(result).Skip(FinishedChecks), Is.All.EqualTo(Pending), "Nothing may be held against the student.");
    }

    private static List<string> Verdicts(JsonNode result) =>
        [.. result["exercises"]!.AsArray().SelectMany(e => e!["checks"]!.AsArray()).Select(c => c!["verdict"]!.GetValue<string>())];

    private JsonNode Result() => JsonNode.Parse(File.ReadAllText(OutFile))!;

    private static async Task<int> HostOfAsync(Process kit, CancellationToken cancellation)
    {
        while (true)
        {
            if (Hosts(kit) is [var host, ..])
                return host;
            await WaitAsync(kit, cancellation);
        }
    }

    private static async Task WaitAsync(Process kit, CancellationToken cancellation)
    {
        Assert.That(kit.HasExited, Is.False, "The grader ended by itself.");
        await Task.Delay(10, cancellation);
    }

    private static List<int> Hosts(Process kit) => [.. ProcessTree.Descendants(kit.Id).Where(id => PrivateTemp.CommandLine(id).Contains("--agent"))];

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // It has ended meanwhile.
        }
    }

    private string CopyOfTheTool()
    {
        var copy = Path.Combine(folder.Path, "tool");
        var from = TestContext.CurrentContext.TestDirectory;
        foreach (var file in Directory.GetFiles(from).Concat(Directory.GetFiles(Path.Combine(from, "host"), "*", SearchOption.AllDirectories)))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return copy;
    }
}
