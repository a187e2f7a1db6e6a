using System.Text.Json.Nodes;
using ExerciseKit.Reports;
using ExerciseKit.Tests.Reports;

namespace ExerciseKit.Tests.Cli;

/// <summary>What the command tells of the walls where bubblewrap is installed. All of it needs bubblewrap.</summary>
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
        var run = await KitProcess.RunAsync(folder.Path, Grading());

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        var sandbox = Result(run)["sandbox"]!;
        Assert.That(sandbox["kind"]!.GetValue<string>(), Is.EqualTo("bubblewrap"));
        Assert.That(sandbox["notEnforced"]!.AsArray(), Is.Empty);
        Assert.That(sandbox["walls"]![0]!["version"]!.GetValue<string>(), Does.Match(@"^\d+\.\d+"));
    }

    [Test, NeedsBubblewrap]
    public async Task The_doctor_tries_what_must_not_be_and_says_that_all_is_enforced()
    {
        var run = await KitProcess.RunAsync(folder.Path, "doctor");

        Assert.That(run.ExitCode, Is.Zero, run.Output);
        Assert.That(run.Output, Does.Contain("Everything is enforced.").And.Match("wall +bubblewrap").And.Not.Contain("NOT STOPPED"));
        Assert.That(run.Output.Split('\n').Count(l => l.StartsWith("  stopped", StringComparison.Ordinal)), Is.EqualTo(10), run.Output);
    }

    [Test, NeedsBubblewrap]
    public async Task Where_the_system_forbids_namespaces_the_other_wall_stands_and_the_result_says_why()
    {
        using var kit = RefusedCalls.Around(RefusedCalls.NotPermitted, RefusedCalls.NewUserNamespace, () => KitProcess.Start(folder.Path, [], Grading()));
        var run = await KitProcess.EndAsync(kit);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        var sandbox = Result(run)["sandbox"]!;
        Assert.That(sandbox["kind"]!.GetValue<string>(), Is.EqualTo("landlock"));
        Assert.That(sandbox["notEnforced"]![0]!["why"]!["en"]!.GetValue<string>(), Does.Contain("bubblewrap could not make a sandbox").And.Contain("user namespaces"));
    }

    private static string[] Grading() => ["grade", Repository.Solution("05-daemon"), "--root", Repository.Root, "--format", "json", "--require-sandbox"];

    private static JsonNode Result(KitRun run)
    {
        var result = JsonNode.Parse(run.Output)!;
        Assert.That(JsonSchema.Parse(ResultSchema.Text()).Faults(result), Is.Empty);
        return result;
    }
}
