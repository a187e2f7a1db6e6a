using System.Text.Json.Nodes;
using ExerciseKit.Contract.Hosts;
using ExerciseKit.Reports;
using ExerciseKit.Tests.Reports;

namespace ExerciseKit.Tests.Cli;

/// <summary>What the command tells of the sandbox, with one and without.</summary>
[NeedsLinux, CancelAfter(120_000)]
public sealed class SandboxTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void Make() => folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test, NeedsBubblewrap]
    public async Task Where_bubblewrap_is_installed_a_hand_in_is_graded_in_it()
    {
        var run = await GradeAsync([], "--require-sandbox");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        var sandbox = Result(run)["sandbox"]!;
        Assert.That(sandbox["kind"]!.GetValue<string>(), Is.EqualTo("bubblewrap"));
        Assert.That(sandbox["notEnforced"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Without_bubblewrap_it_is_graded_and_the_result_says_what_is_missing()
    {
        var run = await GradeAsync(WithoutBubblewrap());

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        var sandbox = Result(run)["sandbox"]!;
        Assert.That(sandbox["kind"]!.GetValue<string>(), Is.EqualTo("none"));
        var missing = sandbox["notEnforced"]!.AsArray();
        Assert.That(missing.Select(m => m!["limit"]!.GetValue<string>()), Does.Contain("process-tree").And.Contain("file-system").And.Not.Contain("network"));
        Assert.That(missing.Select(m => m!["why"]!.GetValue<string>()), Has.All.Contains("install it"));
        Assert.That(sandbox["enforced"]!.AsArray().Select(e => e!.GetValue<string>()), Does.Contain("memory").And.Contain("processor-time").And.Contain("network"));
    }

    [Test]
    public async Task Without_bubblewrap_a_required_sandbox_is_a_fault_of_the_grader()
    {
        var run = await GradeAsync(WithoutBubblewrap(), "--require-sandbox");

        Assert.That(run.ExitCode, Is.EqualTo(3), run.Error);
        var result = Result(run);
        Assert.That(result["gradable"]!.GetValue<bool>(), Is.False);
        Assert.That(result["fault"]!.GetValue<string>(), Does.Contain("bubblewrap is not installed"));
    }

    [Test]
    public async Task A_sandbox_that_the_system_refuses_is_told_with_the_reason()
    {
        var environment = WithoutBubblewrap();
        var fake = Path.Combine(folder.Path, "bin", "bwrap");
        File.WriteAllText(fake, "#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(fake, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var run = await GradeAsync(environment, "--require-sandbox");

        Assert.That(run.ExitCode, Is.EqualTo(3), run.Error);
        Assert.That(Result(run)["fault"]!.GetValue<string>(), Does.Contain("No permissions to create new namespace").And.Contain("user namespaces"));
    }

    [Test, NeedsBubblewrap]
    public async Task The_doctor_tries_what_must_not_be_and_says_that_all_is_enforced()
    {
        var run = await KitProcess.RunAsync(folder.Path, "doctor");

        Assert.That(run.ExitCode, Is.Zero, run.Output);
        Assert.That(run.Output, Does.Contain("Everything is enforced.").And.Not.Contain("NOT STOPPED"));
        Assert.That(run.Output.Split('\n').Count(l => l.StartsWith("  stopped", StringComparison.Ordinal)), Is.EqualTo(8), run.Output);
    }

    [Test]
    public async Task The_doctor_says_what_is_missing_and_how_to_get_it()
    {
        var run = await KitProcess.RunAsync(folder.Path, WithoutBubblewrap(), "doctor");

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Output);
        Assert.That(run.Output, Does.Contain("NOT STOPPED  file-system").And.Contain("apt install bubblewrap").And.Contain("stopped  processes"));
    }

    private Task<KitRun> GradeAsync(Dictionary<string, string> environment, params string[] more) =>
        KitProcess.RunAsync(folder.Path, environment, ["grade", Repository.Solution("01-spawn"), "--root", Repository.Root, "--format", "json", .. more]);

    private static JsonNode Result(KitRun run)
    {
        var result = JsonNode.Parse(run.Output)!;
        Assert.That(JsonSchema.Parse(ResultSchema.Text()).Faults(result), Is.Empty);
        return result;
    }

    /// <summary>A search path on which there is dotnet alone.</summary>
    private Dictionary<string, string> WithoutBubblewrap()
    {
        var bin = Directory.CreateDirectory(Path.Combine(folder.Path, "bin")).FullName;
        File.CreateSymbolicLink(Path.Combine(bin, "dotnet"), DotnetMuxer.Path);
        return new() { ["PATH"] = bin };
    }
}
