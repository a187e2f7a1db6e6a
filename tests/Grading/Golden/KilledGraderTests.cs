using System.Diagnostics;
using System.Text.Json.Nodes;
using ExerciseKit.Reports;
using ExerciseKit.Tests.Cli;
using ExerciseKit.Tests.Reports;

namespace ExerciseKit.Tests.Grading.Golden;

[NeedsLinux]
public sealed class KilledGraderTests
{
    private static readonly TimeSpan Reaping = TimeSpan.FromSeconds(30);

    /// <summary>The first exercise is soon done; the second computes inside the framework for longer than any test waits.</summary>
    [Test, CancelAfter(120_000)]
    public async Task A_grader_killed_in_the_middle_leaves_the_finished_checks_and_no_process(CancellationToken cancellation)
    {
        using var temp = PrivateTemp.OfChildren();
        using var handIn = new TemporaryFolder();
        handIn.Write("hand-in/01-spawn/Spawn.cs", await File.ReadAllTextAsync(Path.Combine(Repository.Solution("01-spawn"), "Spawn.cs"), cancellation));
        handIn.Write("hand-in/02-join/Join.cs", await File.ReadAllTextAsync(GoldenHandIn.Source("limit-inside-the-framework"), cancellation));
        var outFile = Path.Combine(handIn.Path, "result.json");

        using var kit = KitProcess.Start(handIn.Path, temp.Environment, "grade", "hand-in", "--root", Repository.Root, "--out", outFile);
        try
        {
            await UntilAsync(() => Finished(outFile).Count == 4, kit, cancellation);
            await UntilAsync(() => temp.Processes.Any(id => id != kit.Id), kit, cancellation);
        }
        finally
        {
            kit.Kill();
        }

        await kit.WaitForExitAsync(cancellation);
        Assert.That(temp.AllEndWithin(Reaping), Is.True, $"Hosts outlived their grader: {string.Join(", ", temp.Processes)}.");
        var result = JsonNode.Parse(await File.ReadAllTextAsync(outFile, cancellation))!;
        Assert.That(JsonSchema.Parse(ResultSchema.Text()).Faults(result), Is.Empty);
        Assert.That((result["score"]!.GetValue<int>(), result["maxScore"]!.GetValue<int>()), Is.EqualTo((10, 20)), "It would look like a full mark.");
        Assert.That((result["gradable"]!.GetValue<bool>(), result["pending"]!.GetValue<int>()), Is.EqualTo((false, Checks(outFile).Count - 4)));
        Assert.That(Finished(outFile).Select(c => c["verdict"]!.GetValue<string>()), Is.All.EqualTo("passed"));
        Assert.That(Directory.GetFiles(handIn.Path), Is.EqualTo(new[] { outFile }), "Half a result lies about.");
    }

    [Test, CancelAfter(120_000)]
    public async Task A_grader_killed_while_its_compiler_works_leaves_no_process(CancellationToken cancellation)
    {
        using var temp = PrivateTemp.OfChildren();
        using var handIn = new TemporaryFolder();
        // Each type is twice as long as the one before: the compiler is never done.
        handIn.Write("Spawn.cs", $"class Endless {{ void M() {{ var a0 = (1, 1); {string.Concat(Enumerable.Range(1, 25).Select(i => $"var a{i} = (a{i - 1}, a{i - 1});\n"))} }} }}");

        using var kit = KitProcess.Start(handIn.Path, temp.Environment, "grade", handIn.Path, "--exercise", "01-spawn", "--root", Repository.Root);
        try
        {
            await UntilAsync(() => temp.Processes.Any(id => PrivateTemp.CommandLine(id).Any(word => word.EndsWith("ExerciseKit.Preparer.dll", StringComparison.Ordinal))), kit, cancellation);
        }
        finally
        {
            kit.Kill();
        }

        await kit.WaitForExitAsync(cancellation);
        Assert.That(temp.AllEndWithin(Reaping), Is.True, $"Its compiler outlived it: {string.Join(", ", temp.Processes)}.");
    }

    /// <summary>Wherever it is killed, what it leaves is whole, nothing of it lives on, and the same call does it all.</summary>
    [TestCase(50), Category("Slow"), CancelAfter(900_000)]
    public async Task A_grader_killed_at_random_moments_leaves_whole_results_and_nothing_else(int times, CancellationToken cancellation)
    {
        var random = new Random(times);
        using var handIn = new TemporaryFolder();
        var outFile = Path.Combine(handIn.Path, "result.json");
        string[] command = ["grade", Path.Combine(Repository.Root, "solutions"), "--exercise", "01-spawn", "--exercise", "02-join", "--root", Repository.Root, "--out", outFile];
        var clock = Stopwatch.StartNew();
        await CompleteAsync();
        var whole = clock.Elapsed;
        var (kept, inTheMiddle) = (0, 0);
        for (var i = 0; i < times; i++)
        {
            File.Delete(outFile);
            using var temp = PrivateTemp.OfChildren();
            using var kit = KitProcess.Start(handIn.Path, temp.Environment, command);
            var moment = Task.Delay(whole * random.NextDouble(), cancellation);
            var finished = new HashSet<string>();
            while (!moment.IsCompleted && !kit.HasExited)
            {
                finished.UnionWith(Finished(outFile).Select(c => c["id"]!.GetValue<string>()));
                await Task.WhenAny(moment, Task.Delay(20, cancellation));
            }

            inTheMiddle += kit.HasExited ? 0 : 1;
            kit.Kill();
            await kit.WaitForExitAsync(cancellation);

            Assert.That(temp.AllEndWithin(TimeSpan.FromSeconds(2)), Is.True, $"Kill {i}: processes outlived their grader: {string.Join(", ", temp.Processes.Select(id => string.Join(' ', PrivateTemp.CommandLine(id))))}.");
            Assert.That(finished, Is.SubsetOf(Finished(outFile).Select(c => c["id"]!.GetValue<string>())), $"Kill {i}: finished checks are lost.");
            if (File.Exists(outFile))
            {
                var result = JsonNode.Parse(await File.ReadAllTextAsync(outFile, cancellation))!;
                Assert.That(JsonSchema.Parse(ResultSchema.Text()).Faults(result), Is.Empty);
                Assert.That(Finished(outFile).Select(c => c["verdict"]!.GetValue<string>()), Is.All.EqualTo("passed"));
                Assert.That((result["maxScore"]!.GetValue<int>(), result["gradable"]!.GetValue<bool>()), Is.EqualTo((20, Finished(outFile).Count == Checks(outFile).Count)));
                kept += Finished(outFile).Count;
            }

            await CompleteAsync();
        }

        await TestContext.Progress.WriteLineAsync($"kills {times}, in the middle {inTheMiddle}, checks kept {kept}, results broken 0, processes left 0, repeated calls completed {times}");

        async Task CompleteAsync()
        {
            var run = await KitProcess.RunAsync(handIn.Path, command);
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(JsonNode.Parse(await File.ReadAllTextAsync(outFile, cancellation))!["score"]!.GetValue<int>(), Is.EqualTo(20));
        }
    }

    private static List<JsonNode> Finished(string outFile) => [.. Checks(outFile).Where(c => c["status"]!.GetValue<string>() != "pending")];

    private static List<JsonNode> Checks(string outFile) => File.Exists(outFile)
        ? [.. JsonNode.Parse(File.ReadAllText(outFile))!["exercises"]!.AsArray().SelectMany(e => e!["checks"]!.AsArray()).Select(c => c!)]
        : [];

    private static async Task UntilAsync(Func<bool> holds, Process kit, CancellationToken cancellation)
    {
        while (!holds())
        {
            Assert.That(kit.HasExited, Is.False, "The grader ended by itself.");
            await Task.Delay(20, cancellation);
        }
    }
}
