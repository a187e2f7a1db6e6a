using System.Diagnostics;
using System.Text.Json.Nodes;
using ExerciseKit.Cli.Terminals;

namespace ExerciseKit.Tests.Cli;

/// <summary>Where results go: what is there stays what it is, and where nothing can go that is said.</summary>
[NeedsLinux]
public sealed class OutputTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void Make() => folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test, CancelAfter(120_000)]
    public async Task A_link_stays_and_its_target_gets_the_result()
    {
        var target = folder.Write("store/real.json", "old");
        var link = Path.Combine(folder.Path, "link.json");
        File.CreateSymbolicLink(link, Path.Combine("store", "real.json"));

        var run = await GradeAsync(link);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(new FileInfo(link).LinkTarget, Is.EqualTo(Path.Combine("store", "real.json")));
        Assert.That(JsonNode.Parse(await File.ReadAllTextAsync(target))!["score"]!.GetValue<int>(), Is.EqualTo(10));
        Assert.That(Directory.GetFiles(folder.Path, "*.part", SearchOption.AllDirectories), Is.Empty);
    }

    [Test, Category("Slow"), CancelAfter(120_000)]
    public async Task A_device_is_written_to_and_stays()
    {
        // Behind a link, so that a fault costs this machine no device.
        var link = Path.Combine(folder.Path, "null");
        File.CreateSymbolicLink(link, "/dev/null");

        var run = await GradeAsync(link);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(new FileInfo(link).LinkTarget, Is.EqualTo("/dev/null"));
    }

    [Test, Category("Slow"), CancelAfter(120_000)]
    public async Task A_link_to_where_nothing_is_yet_makes_the_file_there()
    {
        var link = Path.Combine(folder.Path, "link.json");
        File.CreateSymbolicLink(link, "later.json");

        var run = await GradeAsync(link);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(File.Exists(Path.Combine(folder.Path, "later.json")));
        Assert.That(new FileInfo(link).LinkTarget, Is.EqualTo("later.json"));
    }

    [Test, CancelAfter(120_000)]
    public async Task What_was_put_in_the_way_of_the_part_file_leads_nowhere()
    {
        var others = folder.Write("others.txt", "theirs");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "result.json.part"), others);

        var run = await GradeAsync(Path.Combine(folder.Path, "result.json"));

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(await File.ReadAllTextAsync(others), Is.EqualTo("theirs"));
    }

    [Test, CancelAfter(60_000)]
    public async Task A_pipe_is_refused_before_anything_is_graded()
    {
        var pipe = Path.Combine(folder.Path, "pipe");
        using (var made = Process.Start("mkfifo", [pipe]))
            await made.WaitForExitAsync();

        var run = await GradeAsync(pipe);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("is no file that a result can be kept in").And.Contain("--format json"));
    }

    [Test, CancelAfter(120_000)]
    public async Task Standard_output_that_is_full_or_closed_is_named_and_no_fault_of_the_kit([Values("> /dev/full", ">&-")] string to)
    {
        var kit = Path.Combine(TestContext.CurrentContext.TestDirectory, "kit.dll");
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"dotnet '{kit}' list {to}"]) { WorkingDirectory = Repository.Root, RedirectStandardError = true })!;
        var error = await shell.StandardError.ReadToEndAsync();
        await shell.WaitForExitAsync();

        Assert.That(shell.ExitCode, Is.EqualTo(3), error);
        Assert.That(error, Does.Contain("standard output can't be written").And.Not.Contain("fault of the kit"));
    }

    [TestCase("")]
    [TestCase("  ")]
    [CancelAfter(60_000)]
    public async Task An_empty_path_is_bad_input(string path)
    {
        var run = await KitProcess.RunAsync(Repository.Root, "grade", path);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((2, "kit: No path was given. Name a folder, a .cs file or a zip.\n")));
    }

    [Test]
    public void Nothing_is_laid_out_for_fewer_than_40_columns() =>
        Assert.That(new TerminalOutput(TextWriter.Null, TextWriter.Null).Width, Is.GreaterThanOrEqualTo(TerminalOutput.MinWidth));

    private Task<KitRun> GradeAsync(string outFile) =>
        KitProcess.RunAsync(folder.Path, "grade", Repository.Solution("03-isolation"), "--root", Repository.Root, "--out", outFile);
}
