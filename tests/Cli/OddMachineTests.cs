using System.Text.Json.Nodes;
using ExerciseKit.Preparation.Evaluation;
using ExerciseKit.Reports;
using ExerciseKit.Tests.Reports;

namespace ExerciseKit.Tests.Cli;

/// <summary>A machine that is not as usual costs nobody a mark; the doctor and the result say what is otherwise.</summary>
[CancelAfter(180_000)]
public sealed class OddMachineTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void Make() => folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => folder.Dispose();

    [TestCase(100)]
    [TestCase(200, Category = "Slow")]
    [Platform(Exclude = "Win")]
    public async Task A_long_temporary_folder_is_told_and_everything_works(int length)
    {
        var temporary = Path.Combine(folder.Path, new string('t', length - folder.Path.Length - 1));
        Directory.CreateDirectory(temporary);

        await AssertAllPassesAsync(new() { [PrivateTemp.Variable] = temporary }, "is too long for the names of sockets");

        Assert.That(Directory.GetFileSystemEntries(temporary), Is.Empty);
    }

    [Test, Category("Slow")]
    public async Task A_home_in_which_nothing_can_be_kept_is_told_and_everything_works()
    {
        // A folder below a file: not even root can make it.
        folder.Write("file", "");

        await AssertAllPassesAsync(new() { [EvaluationCache.Variable] = Path.Combine(folder.Path, "file", "cache") }, "can't be kept between two runs");
    }

    [Test, NeedsLinux]
    public async Task A_temporary_folder_on_another_file_system_is_as_good_as_any()
    {
        const string memory = "/dev/shm";
        if (!Directory.Exists(memory))
            Assert.Ignore($"There is no {memory} here.");
        var temporary = Path.Combine(memory, Path.GetRandomFileName());
        Directory.CreateDirectory(temporary);
        try
        {
            var run = await KitProcess.RunAsync(folder.Path, new() { [PrivateTemp.Variable] = temporary }, Grading);

            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(JsonNode.Parse(run.Output)!["notes"]!.AsArray(), Is.Empty);
            Assert.That(Directory.GetFileSystemEntries(temporary), Is.Empty);
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
        }
    }

    [Test]
    public async Task A_temporary_folder_that_is_not_there_is_the_graders_fault_in_words()
    {
        var run = await KitProcess.RunAsync(folder.Path, new() { [PrivateTemp.Variable] = Path.Combine(folder.Path, "absent") }, Grading);

        Assert.That(run.ExitCode, Is.EqualTo(3), run.Error);
        Assert.That(run.Error + run.Output, Does.Contain("absent").And.Contain("name another folder in TMPDIR").And.Not.Contain("   at "));
    }

    [Test, NeedsBubblewrap]
    public async Task Where_no_user_namespace_may_be_made_it_is_told_with_the_way_out()
    {
        // Root of a namespace of its own may forbid further ones below it.
        var forbidding = new System.Diagnostics.ProcessStartInfo("unshare", [
            "--user", "--map-root-user", "sh", "-c", "echo 0 >/proc/sys/user/max_user_namespaces && exec \"$@\"", "sh",
            "dotnet", Path.Combine(TestContext.CurrentContext.TestDirectory, "kit.dll"), "doctor"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = System.Diagnostics.Process.Start(forbidding)!;

        var run = await KitProcess.EndAsync(process);

        // What the other wall enforces is enough for 0.
        Assert.That(run.ExitCode, Is.LessThanOrEqualTo(1), run.Output + run.Error);
        Assert.That(OnOneLine(run.Output), Does.Contain("bubblewrap could not make a sandbox").And.Contain("Does this system allow user namespaces").And.Not.Contain(" at ExerciseKit."));
    }

    private static string[] Grading => ["grade", Repository.Solution("05-daemon"), "--root", Repository.Root, "--format", "json"];

    private static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task AssertAllPassesAsync(Dictionary<string, string> environment, string told)
    {
        var doctor = await KitProcess.RunAsync(folder.Path, environment, "doctor");
        var graded = await KitProcess.RunAsync(folder.Path, environment, Grading);

        Assert.That(doctor.ExitCode, Is.LessThanOrEqualTo(1), doctor.Error);
        Assert.That(OnOneLine(doctor.Output), Does.Contain(told));
        Assert.That(graded.ExitCode, Is.Zero, graded.Error);
        Assert.That(graded.Error, Is.Empty);
        var result = JsonNode.Parse(graded.Output)!;
        Assert.That(JsonSchema.Parse(ResultSchema.Text()).Faults(result), Is.Empty);
        Assert.That(result["notes"]!.AsArray().Select(n => n!["en"]!.GetValue<string>()), Has.One.Contains(told));
    }
}
