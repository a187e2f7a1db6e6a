using System.Text.Json;
using ExerciseKit.Classes.Results;
using ExerciseKit.Contract.Results;
using ExerciseKit.Tests.Cli;

namespace ExerciseKit.Tests.Classes;

/// <summary>A class is graded by the command, as a teacher does it.</summary>
[NonParallelizable]
public sealed class GradeAllTests
{
    [TestCase(10, 1, Category = "Slow"), TestCase(200, 20, Category = "Slow"), CancelAfter(1_800_000)]
    public async Task Every_hand_in_comes_out_as_it_must_and_a_class_killed_again_and_again_ends_with_the_same_gradebook(int handIns, int kills, CancellationToken cancellation)
    {
        using var sketch = ClassSketch.Of(handIns);
        using var results = new TemporaryFolder();
        var (quiet, killed) = (Path.Combine(results.Path, "quiet"), Path.Combine(results.Path, "killed"));

        var undisturbed = await EndAsync(Start(sketch, quiet), cancellation);
        Assert.That(undisturbed.ExitCode, Is.Zero, undisturbed.Output + undisturbed.Error);
        AssertOutcomes(sketch, quiet);

        var random = new Random(handIns);
        var inTheMiddle = 0;
        for (var kill = 0; kill < kills; kill++)
        {
            using var kit = Start(sketch, killed);
            // So many more hand-ins are done, and then a moment of one's own.
            var until = Count(killed) + random.Next(Math.Max(1, handIns / (kills + 1)));
            while (!kit.HasExited && Count(killed) < until)
                await Task.Delay(5, cancellation);
            await Task.Delay(random.Next(400), cancellation);
            inTheMiddle += kit.HasExited ? 0 : 1;
            kit.Kill();
            await kit.WaitForExitAsync(cancellation);
        }

        var before = Records(killed);
        var last = await EndAsync(Start(sketch, killed), cancellation);

        Assert.That(last.ExitCode, Is.Zero, last.Output + last.Error);
        Assert.That(inTheMiddle, Is.GreaterThan(kills / 2), "Most kills came after the end.");
        Assert.That(await File.ReadAllBytesAsync(Path.Combine(killed, "gradebook.csv"), cancellation), Is.EqualTo(await File.ReadAllBytesAsync(Path.Combine(quiet, "gradebook.csv"), cancellation)));
        Assert.That(Directory.Exists(Path.Combine(killed, "replaced")), Is.False, "Something was graded twice.");
        var after = Records(killed);
        Assert.That(before, Is.SubsetOf(after), "Something graded was graded again, or lost.");
        Assert.That(after.Select(r => (r.Key, r.ResultHash)), Is.EquivalentTo(Records(quiet).Select(r => (r.Key, r.ResultHash))), "The same hand-in came out otherwise.");
        await TestContext.Progress.WriteLineAsync($"hand-ins {handIns}, kills {kills}, in the middle {inTheMiddle}, graded before the last call {before.Count}");
    }

    [Test, CancelAfter(300_000)]
    public async Task A_hand_in_that_is_changed_is_graded_again_alone_and_what_it_got_before_is_kept()
    {
        using var sketch = new TemporaryFolder();
        using var results = new TemporaryFolder();
        sketch.Write("class/ann/Join.cs", "class Wrong;");
        sketch.Write("class/bo/Join.cs", "class Wrong too");
        await RunAsync();
        sketch.Write("class/ann/Join.cs", await File.ReadAllTextAsync(Path.Combine(Repository.Solution("02-join"), "Join.cs")));

        var again = await RunAsync();

        Assert.That(again.ExitCode, Is.Zero, again.Error);
        Assert.That(again.Error, Does.Contain("ann: 10 of 10").And.Not.Contain("bo: "));
        Assert.That(Directory.GetDirectories(Path.Combine(results.Path, "r", "replaced")), Has.Length.EqualTo(1));

        async Task<KitRun> RunAsync() => await KitProcess.RunAsync(sketch.Path, "grade-all", "class", "--out", Path.Combine(results.Path, "r"), "--root", Repository.Root);
    }

    private static System.Diagnostics.Process Start(ClassSketch sketch, string results) =>
        KitProcess.Start(sketch.Path, [], "grade-all", sketch.Path, "--out", results, "--jobs", "2", "--root", Repository.Root);

    // A class takes longer than a command of one hand-in may.
    private static async Task<KitRun> EndAsync(System.Diagnostics.Process kit, CancellationToken cancellation)
    {
        using (kit)
        {
            var (output, error) = (kit.StandardOutput.ReadToEndAsync(cancellation), kit.StandardError.ReadToEndAsync(cancellation));
            await kit.WaitForExitAsync(cancellation);
            return new KitRun(kit.ExitCode, await output, await error);
        }
    }

    private static int Count(string results) =>
        Directory.Exists(Path.Combine(results, "hand-ins")) ? Directory.GetDirectories(Path.Combine(results, "hand-ins")).Count(d => !d.EndsWith(".part", StringComparison.Ordinal)) : 0;

    private static List<HandInRecord> Records(string results)
    {
        // Opening it is what the next call does, too: it finishes what a kill left.
        using var folder = ResultsFolder.Open(results);
        return [.. folder.Records.Values];
    }

    private static void AssertOutcomes(ClassSketch sketch, string results)
    {
        var byStudent = Records(results).ToDictionary(r => r.Students.Single().Id);
        Assert.That(byStudent.Keys, Is.EquivalentTo(sketch.Answers.Keys));
        foreach (var (student, answer) in sketch.Answers)
        {
            var record = byStudent[student];
            if (answer is null)
            {
                Assert.That(record.Problem, Is.Not.Null.And.Not.Empty, record.Place);
                continue;
            }

            var file = Path.Combine(results, "hand-ins", record.Key, "result.json");
            Assert.That(File.Exists(file), record.Place + ": " + record.Problem);
            var result = JsonSerializer.Deserialize<GradeResult>(File.ReadAllText(file), ResultJson.Options)!;
            Assert.That(answer.Objection(result.Exercises.Single()), Is.Null, $"{record.Place}, {answer.ExerciseId}/{answer.Name}");
            Assert.That(record.Score, Is.EqualTo(result.Score));
        }
    }
}
