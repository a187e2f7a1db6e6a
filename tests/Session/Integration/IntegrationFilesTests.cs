using System.Diagnostics;
using System.Text.Json.Nodes;
using ExerciseKit.Session.Folders;
using ExerciseKit.Session.Integration;
using YamlDotNet.RepresentationModel;

namespace ExerciseKit.Tests.Session.Integration;

/// <summary>The files by which other systems run the kit, run as these do: their commands in a clean folder, with the kit of this build in the tool's place.</summary>
[NeedsLinux]
public sealed class IntegrationFilesTests
{
    private static readonly Dictionary<string, string> Classroom = new()
    {
        ["CLASSROOM"] = "cs101",
        ["ASSIGNMENT"] = "week3",
        ["USERNAME"] = "ann",
        ["SUBMISSION_TAG"] = "submit/2026-11-30T12-00-00Z-abc1234",
        ["COMMIT_URL"] = "https://example.org/c",
        ["RELEASE_URL"] = "https://example.org/r",
        ["REVIEW_URL"] = "",
    };

    private TemporaryFolder folder = null!;

    private static IEnumerable<string> Systems => IntegrationFiles.Systems;

    [SetUp]
    public void SetUp()
    {
        folder = new TemporaryFolder();
        // The kit under the name that its package gives it; and no tool is installed.
        Executable("bin/kit", $"#!/bin/sh\nexec dotnet \"{Path.Combine(TestContext.CurrentContext.TestDirectory, "kit.dll")}\" \"$@\"\n");
        Executable("bin/dotnet", $"#!/bin/sh\n[ \"$1\" = tool ] && exit 0\nexec \"{Dotnet()}\" \"$@\"\n");
    }

    [TearDown]
    public void TearDown() => folder.Dispose();

    [Test]
    public void There_are_files_for_each_system_that_is_named() =>
        Assert.That(IntegrationFiles.Systems, Is.EqualTo(["classroom50", "github", "gitlab", "gradescope", "prairielearn"]));

    [TestCaseSource(nameof(Systems))]
    public void What_was_changed_stays_and_the_newer_file_stands_beside_it(string system)
    {
        var first = Write(system);
        var again = Write(system);
        foreach (var change in first)
            File.AppendAllText(Path.Combine(folder.Path, "repo", change.Path), "\n# mine\n");
        var newer = IntegrationFiles.Write(system, Path.Combine(folder.Path, "repo"), "9.9.9");

        Assert.That(first.Select(c => c.Fate), Is.All.EqualTo(FileFate.Written));
        Assert.That(again.Select(c => c.Fate), Is.All.EqualTo(FileFate.Same));
        Assert.That(newer.Select(c => c.Fate), Is.All.EqualTo(FileFate.KeptBesideNewer));
        Assert.That(first.Select(c => File.ReadAllText(Path.Combine(folder.Path, "repo", c.Path))), Has.None.Contains("{{version}}").And.All.Contains("# mine"));
        Assert.That(newer.Any(c => File.ReadAllText(Path.Combine(folder.Path, "repo", c.Path + ".new")).Contains("9.9.9", StringComparison.Ordinal)), Is.True);
    }

    [Test, CancelAfter(180_000)]
    public async Task GitHubs_steps_mark_the_failing_line_write_the_summary_and_end_with_1(CancellationToken cancellation)
    {
        Write("github");
        HandIn("repo/exercises/02-join", "class Join {");
        var steps = (YamlSequenceNode)Yaml(".github/workflows/grade.yml")["jobs"]["grade"]["steps"];
        var commands = steps.Children.OfType<YamlMappingNode>().Where(s => s.Children.ContainsKey("run")).Select(s => s["run"].ToString()).ToList();

        var run = await RunAsync(string.Join("\n", commands), "repo", new() { ["GITHUB_STEP_SUMMARY"] = Path.Combine(folder.Path, "summary.md") }, cancellation);

        Assert.That(commands, Has.Count.EqualTo(2));
        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(run.Output, Does.StartWith("::error file=exercises/02-join/Join.cs,line=1,title=02-join::Does not compile"));
        Assert.That(await File.ReadAllTextAsync(Path.Combine(folder.Path, "summary.md"), cancellation), Does.StartWith("# 0 of 10 points"));
    }

    [TestCase("class Join {", 0), TestCase(null, 10), NeedsPython, CancelAfter(180_000)]
    public async Task Classroom50s_autograder_writes_a_result_that_its_collector_takes(string? source, int score, CancellationToken cancellation)
    {
        Write("classroom50");
        HandIn("checkout/02-join", source);

        var run = await RunAsync("python3 ../repo/autograder.py", "checkout", new(Classroom) { ["KIT"] = Path.Combine(folder.Path, "bin", "kit") }, cancellation);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        var json = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder.Path, "checkout", "result.json"), cancellation))!.AsObject();
        // What its collector demands: these texts, none empty; whole numbers that add up; the identity of the repository.
        Assert.That(((string[])["schema", "classroom", "assignment", "submission", "commit", "release", "review", "datetime"]).Select(f => json[f]!.GetValue<string>()), Is.All.Not.Empty);
        Assert.That((json["schema"]!.GetValue<string>(), json["usernames"]!.AsArray().Single()!.GetValue<string>()), Is.EqualTo(("classroom50/result/v1", "ann")));
        Assert.That((json["score"]!.GetValue<int>(), json["max-score"]!.GetValue<int>()), Is.EqualTo((score, 10)));
        Assert.That(json["tests"]!.AsArray().Sum(t => t!["max-score"]!.GetValue<int>()), Is.EqualTo(10));
        Assert.That(File.Exists(Path.Combine(folder.Path, "checkout", "release-body.md")));
        Assert.That(JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder.Path, "repo", "runtime.json"), cancellation))!["runs-on"]!.GetValue<string>(), Is.EqualTo("ubuntu-latest"));
    }

    [Test, NeedsPython, CancelAfter(180_000)]
    public async Task Classroom50s_autograder_that_finds_nothing_to_grade_is_an_error_and_no_result(CancellationToken cancellation)
    {
        Write("classroom50");
        folder.Write("checkout/notes.txt", "later");

        var run = await RunAsync("python3 ../repo/autograder.py", "checkout", new(Classroom) { ["KIT"] = Path.Combine(folder.Path, "bin", "kit") }, cancellation);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("no mark was drawn"));
        Assert.That(File.Exists(Path.Combine(folder.Path, "checkout", "result.json")), Is.False);
    }

    [Test, CancelAfter(180_000)]
    public async Task GitLabs_script_leaves_its_reports_and_ends_with_the_verdict(CancellationToken cancellation)
    {
        Write("gitlab");
        HandIn("repo/exercises/02-join", "class Join {");
        var script = ((YamlSequenceNode)Yaml(".gitlab-ci.yml")["grade"]["script"]).Children.Select(c => c.ToString());

        var run = await RunAsync(string.Join("\n", script), "repo", [], cancellation);

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder.Path, "repo", "code-quality.json"), cancellation))![0]!["location"]!["path"]!.GetValue<string>(), Is.EqualTo("exercises/02-join/Join.cs"));
        Assert.That(System.Xml.Linq.XDocument.Load(Path.Combine(folder.Path, "repo", "junit.xml")).Descendants("failure").Any());
    }

    [TestCase("gradescope", "run_autograder", "AUTOGRADER_ROOT", "submission"), TestCase("prairielearn", "serverFilesCourse/kit/run.sh", "GRADE_ROOT", "student", Category = "Slow"), NeedsPython, CancelAfter(300_000)]
    public async Task The_script_of_a_system_writes_its_result_whatever_was_handed_in(string system, string script, string variable, string place, CancellationToken cancellation)
    {
        Write(system);
        var root = Path.Combine(folder.Path, "root");
        var environment = new Dictionary<string, string> { [variable] = root, ["KIT"] = Path.Combine(folder.Path, "bin", "kit") };
        folder.Write($"root/{place}/notes.txt", "later");

        var nothing = await RunAsync("./" + script, "repo", environment, cancellation);
        var told = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(root, "results", "results.json"), cancellation))!;
        HandIn($"root/{place}/02-join", null);
        var right = await RunAsync("./" + script, "repo", environment, cancellation);
        var json = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(root, "results", "results.json"), cancellation))!;

        Assert.That((nothing.ExitCode, right.ExitCode), Is.EqualTo((0, 0)), nothing.Error + right.Error);
        Assert.That((told["output"] ?? told["message"])!.GetValue<string>(), Does.Contain("is an exercise"));
        Assert.That(json["score"]!.GetValue<double>(), Is.EqualTo(system == "gradescope" ? 10 : 1));
    }

    private IReadOnlyList<FolderChange> Write(string system) => IntegrationFiles.Write(system, Path.Combine(folder.Path, "repo"), "0.1.0");

    private void HandIn(string place, string? source)
    {
        if (source is null)
            folder.Write($"{place}/Join.cs", File.ReadAllBytes(Path.Combine(Repository.Solution("02-join"), "Join.cs")));
        else
            folder.Write($"{place}/Join.cs", source);
    }

    private YamlNode Yaml(string name)
    {
        using var text = new StreamReader(Path.Combine(folder.Path, "repo", name));
        var yaml = new YamlStream();
        yaml.Load(text);
        return yaml.Documents[0].RootNode;
    }

    private void Executable(string name, string text)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.Write(name, text), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static string Dotnet() => Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(p => Path.Combine(p, "dotnet")).First(File.Exists);

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(string script, string workingFolder, Dictionary<string, string> environment, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("bash", ["-e", "-c", script])
        {
            WorkingDirectory = Path.Combine(folder.Path, workingFolder),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PATH"] = $"{Path.Combine(folder.Path, "bin")}:{Environment.GetEnvironmentVariable("PATH")}", ["KIT_LANG"] = "en" },
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output, await error);
    }
}
