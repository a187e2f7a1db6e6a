using System.Text.Json.Nodes;
using ExerciseKit.Contract.Hosts;
using ExerciseKit.Hosting.Processes;
using ExerciseKit.Reports;
using ExerciseKit.Tests.Grading.Golden;
using ExerciseKit.Tests.Reports;
using static ExerciseKit.Tests.RefusedCalls;

namespace ExerciseKit.Tests.Cli;

/// <summary>What the command tells of the walls where bubblewrap is not installed, or can't make a sandbox: it is kept off the search path.</summary>
[NeedsLinux, CancelAfter(120_000)]
public sealed class WithoutBubblewrapTests
{
    private TemporaryFolder folder = null!;
    private string bin = null!;

    /// <summary>The kernels without Landlock, by what they answer, and what is said of them.</summary>
    private static TestCaseData[] KernelsWithoutLandlock() =>
    [
        new TestCaseData(NotImplemented, "landlock_create_ruleset").SetCategory("Slow"),
        new(NotSupported, "Landlock is switched off"),
        new TestCaseData(NotPermitted, "Landlock is forbidden here").SetCategory("Slow"),
    ];

    [SetUp]
    public void Make()
    {
        folder = new TemporaryFolder();
        bin = Directory.CreateDirectory(Path.Combine(folder.Path, "bin")).FullName;
        File.CreateSymbolicLink(Path.Combine(bin, "dotnet"), DotnetMuxer.Path);
    }

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test, Category("Slow"), NeedsLandlock]
    public async Task A_hand_in_is_graded_behind_Landlock_which_is_sandbox_enough()
    {
        var run = await GradeAsync("--require-sandbox");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        var sandbox = Result(run)["sandbox"]!;
        Assert.That(sandbox["kind"]!.GetValue<string>(), Is.EqualTo("landlock"));
        Assert.That(sandbox["enforced"]!.AsArray().Select(e => e!.GetValue<string>()), Does.Contain("file-system").And.Contain("process-tree").And.Contain("network").And.Contain("memory"));
        Assert.That(sandbox["notEnforced"]!.AsArray().Select(m => m!["demanded"]!.GetValue<bool>()), Is.EqualTo([false, false]));
        Assert.That(sandbox["notEnforced"]!.AsArray().Select(m => m!["why"]!["en"]!.GetValue<string>()), Has.All.Contains("install it"));
        Assert.That(sandbox["walls"]![0]!["version"]!.GetValue<string>(), Does.Match(@"^ABI \d+$"));
    }

    [Test, NeedsLandlock]
    public async Task The_doctor_tries_what_must_not_be_and_says_that_what_is_demanded_is_enforced()
    {
        var run = await KitProcess.RunAsync(folder.Path, Environment(), "doctor");

        Assert.That(run.ExitCode, Is.Zero, run.Output);
        Assert.That(Told(run), Does.Contain("wall landlock (ABI ").And.Contain("apt install bubblewrap").And.EndWith("Everything that is demanded is enforced.").And.Not.Contain("NOT STOPPED"));
        Assert.That(run.Output.Split('\n').Count(l => l.StartsWith("  stopped", StringComparison.Ordinal)), Is.EqualTo(10), run.Output);
    }

    [TestCaseSource(nameof(KernelsWithoutLandlock))]
    public async Task Where_Landlock_is_missing_too_it_is_graded_and_the_result_says_both(int error, string words)
    {
        var run = await WithoutLandlockAsync(error, Grading());

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        var sandbox = Result(run)["sandbox"]!;
        Assert.That(sandbox["kind"]!.GetValue<string>(), Is.EqualTo("none"));
        var missing = sandbox["notEnforced"]!.AsArray().Where(m => m!["demanded"]!.GetValue<bool>()).ToList();
        Assert.That(missing.Select(m => m!["limit"]!.GetValue<string>()), Is.EqualTo(["file-system", "temporary-space", "process-tree", "ipc"]));
        Assert.That(missing.Select(m => m!["why"]!["en"]!.GetValue<string>()), Has.All.Contains("install it").And.All.Contains(words));
        Assert.That(run.Error, Does.StartWith("kit: No wall here is complete: file-system, temporary-space, process-tree, ipc not enforced.").And.Contain("install it").And.Contain("--require-sandbox refuses"));
    }

    [TestCaseSource(nameof(KernelsWithoutLandlock))]
    public async Task There_the_doctor_says_what_is_not_stopped_and_how_to_get_it(int error, string words)
    {
        var run = await WithoutLandlockAsync(error, "doctor");

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Output);
        Assert.That(Told(run), Does.Contain("NOT STOPPED file-system read a file").And.Contain("apt install bubblewrap").And.Contain(words).And.Contain("stopped processes"));
        Assert.That(Told(run), Does.EndWith("Not everything is enforced; --require-sandbox would refuse to grade here."));
    }

    [Test]
    public async Task There_a_required_sandbox_is_a_fault_of_the_grader()
    {
        var run = await WithoutLandlockAsync(NotSupported, Grading("--require-sandbox"));

        Assert.That(run.ExitCode, Is.EqualTo(3), run.Error);
        var result = Result(run);
        Assert.That(result["gradable"]!.GetValue<bool>(), Is.False);
        Assert.That(result["fault"]!["en"]!.GetValue<string>(), Does.Contain("bubblewrap is not installed").And.Contain("Landlock is switched off"));
    }

    [Test]
    public async Task A_host_that_is_kept_from_confining_itself_runs_nothing()
    {
        using var kit = Around(NotPermitted, [RestrictSelf], () => KitProcess.Start(folder.Path, Environment(), Grading()));
        var run = await KitProcess.EndAsync(kit);

        Assert.That(run.ExitCode, Is.EqualTo(3), run.Error);
        Assert.That(Result(run)["fault"]!["en"]!.GetValue<string>(), Does.Contain("This process could not be confined by Landlock: Operation not permitted. It was told to confine itself, so it runs nothing."));
    }

    [Test]
    public async Task A_sandbox_that_the_system_refuses_is_told_with_the_reason()
    {
        var fake = Path.Combine(bin, "bwrap");
        File.WriteAllText(fake, "#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(fake, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var run = await GradeAsync("--require-sandbox");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(Result(run)["sandbox"]!["notEnforced"]![0]!["why"]!["en"]!.GetValue<string>(), Does.Contain("No permissions to create new namespace").And.Contain("user namespaces"));
    }

    [Test, Category("Slow")]
    public async Task It_needs_no_home_to_write_to_and_no_temporary_folder_on_the_same_file_system()
    {
        var elsewhere = Directory.CreateDirectory($"/dev/shm/kit-test-{Guid.NewGuid():N}");
        try
        {
            var environment = Environment();
            environment["HOME"] = "/proc/none";
            environment["TMPDIR"] = elsewhere.FullName;

            var run = await KitProcess.RunAsync(folder.Path, environment, Grading("--require-sandbox"));

            Assert.That(run.ExitCode, Is.Zero, run.Error + run.Output);
            Assert.That(elsewhere.GetFileSystemInfos(), Is.Empty);
        }
        finally
        {
            elsewhere.Delete(recursive: true);
        }
    }

    /// <summary>It computes inside the framework for longer than any test waits, and reads from no connection meanwhile.</summary>
    [Test, Category("Slow")]
    public async Task A_host_that_computes_ends_with_its_grader([Values] bool confinesItself, CancellationToken cancellation)
    {
        folder.Write("hand-in/02-join/Join.cs", await File.ReadAllTextAsync(GoldenHandIn.Source("limit-inside-the-framework"), cancellation));
        var command = (string[])["grade", "hand-in", "--root", Repository.Root, "--format", "json"];
        using var kit = Around(NotSupported, confinesItself ? [] : [CreateRuleset], () => KitProcess.Start(folder.Path, Environment(), command));
        IReadOnlyList<int> started = [];
        try
        {
            // By who started whom: a host hides its memory from whoever is not root, and its environment with it.
            while (!(started = ProcessTree.Descendants(kit.Id)).Any(id => IsHost(id) && Computes(id)))
            {
                Assert.That(kit.HasExited, Is.False, "the host must compute for this to tell anything");
                await Task.Delay(20, cancellation);
            }
        }
        finally
        {
            kit.Kill();
        }

        await kit.WaitForExitAsync(cancellation);
        Assert.That(() => started.Where(id => IsHost(id)), Is.Empty.After(5_000, 20), "They outlived their grader.");

        // It has had more of the processor than a start takes.
        static bool Computes(int host) => ProcessUsage.Of(host).Processor > TimeSpan.FromSeconds(2);
    }

    private static bool IsHost(int id) => ProcessTree.CommandLine(id).Split(' ').Contains(HostCommand.AgentMode);

    private static string Told(KitRun run) => string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private Task<KitRun> GradeAsync(params string[] more) => KitProcess.RunAsync(folder.Path, Environment(), Grading(more));

    private async Task<KitRun> WithoutLandlockAsync(int error, params string[] command)
    {
        using var kit = Around(error, [CreateRuleset], () => KitProcess.Start(folder.Path, Environment(), command));
        return await KitProcess.EndAsync(kit);
    }

    private static string[] Grading(params string[] more) => ["grade", Repository.Solution("05-daemon"), "--root", Repository.Root, "--format", "json", .. more];

    private static JsonNode Result(KitRun run)
    {
        var result = JsonNode.Parse(run.Output)!;
        Assert.That(JsonSchema.Parse(ResultSchema.Text()).Faults(result), Is.Empty);
        return result;
    }

    /// <summary>A search path on which there is dotnet alone, and what the test has put there.</summary>
    private Dictionary<string, string> Environment() => new() { ["PATH"] = bin };
}
