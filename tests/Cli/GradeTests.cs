using System.Text.Json.Nodes;
using ExerciseKit.Contract.Results;
using ExerciseKit.Reports;
using ExerciseKit.Tests.Architecture;
using ExerciseKit.Tests.Reports;

namespace ExerciseKit.Tests.Cli;

/// <summary>The whole way of a hand-in, from the command line to exit code, report and result file.</summary>
public sealed class GradeTests
{
    private static readonly string Root = Path.GetDirectoryName(ProjectFiles.GraderFolder)!;

    [Test, CancelAfter(120_000)]
    public async Task A_solution_passes_with_0()
    {
        var run = await KitProcess.RunAsync(Root, "grade", "solutions/01-spawn");

        Assert.That(run.ExitCode, Is.Zero, run.Error + run.Output);
        Assert.That(run.Output, Does.Contain("01-spawn  Starting processes: 10 of 10 points").And.Match(@"checks held\.\nThe program ran (in a sandbox \([a-zA-Z0-9., ]+\)\.|in a sandbox that does not enforce [\s\S]+\.|without a sandbox: [\s\S]+\.)\n$"));
        Assert.That(run.Error, Is.Empty);
    }

    [Test, CancelAfter(120_000)]
    public async Task The_result_that_the_README_shows_is_what_the_command_prints()
    {
        const string Begins = "```text\n$ kit ";
        var readme = await File.ReadAllTextAsync(Path.Combine(Root, "README.md"));
        var example = readme[(readme.IndexOf(Begins, StringComparison.Ordinal) + Begins.Length)..];
        var (command, shown) = (example[..example.IndexOf('\n', StringComparison.Ordinal)], example[example.IndexOf('\n', StringComparison.Ordinal)..example.IndexOf("```", StringComparison.Ordinal)]);

        var run = await KitProcess.RunAsync(Root, command.Split(' '));

        var parts = shown.Split("  …\n");
        Assert.That(parts, Has.Length.GreaterThan(1));
        foreach (var part in parts)
            Assert.That(run.Output, Does.Contain(part.Trim('\n')));
    }

    [Test, CancelAfter(120_000)]
    public async Task A_wrong_answer_fails_with_1_and_its_JSON_stands_alone_on_standard_output()
    {
        using var folder = new TemporaryFolder();
        var outFile = Path.Combine(folder.Path, "result.json");

        var run = await KitProcess.RunAsync(
            Root, "grade", "solutions/07-ticket-sale/mutants/no-lock.cs", "--exercise", "07-ticket-sale", "--format", "json", "--out", outFile);

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        var result = JsonNode.Parse(run.Output)!;
        Assert.That(JsonSchema.Parse(ResultSchema.Text()).Faults(result), Is.Empty);
        Assert.That(result["format"]!.GetValue<string>(), Is.EqualTo(GradeResult.CurrentFormat));
        var written = JsonNode.Parse(await File.ReadAllTextAsync(outFile))!;
        Assert.That(JsonNode.DeepEquals(WithoutTiming(written), WithoutTiming(result)), Is.True, written.ToJsonString());
    }

    [Test, CancelAfter(120_000)]
    public async Task A_path_that_is_not_there_is_refused_with_2()
    {
        var run = await KitProcess.RunAsync(Root, "grade", "no/such/hand-in.zip");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("no/such/hand-in.zip is not there"));
        Assert.That(run.Output, Is.Empty);
    }

    // The file is written before grading's last moment.
    private static JsonObject WithoutTiming(JsonNode result)
    {
        var copy = result.DeepClone().AsObject();
        return copy.Remove("timing") ? copy : throw new KeyNotFoundException("The result has no timing.");
    }
}
