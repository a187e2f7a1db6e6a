using System.Text.Json.Nodes;
using ExerciseKit.Contract.Results;
using ExerciseKit.Grading;

namespace ExerciseKit.Tests.Grading.Golden;

/// <summary>The same hand-in and seed give the same result, byte for byte, but for its timing.</summary>
public sealed class SameResultTests
{
    private static readonly string NoLock = Path.Combine(Repository.Solution("07-ticket-sale"), "mutants", "no-lock.cs");

    [TestCase("07-ticket-sale", "solutions/07-ticket-sale/mutants/no-lock.cs")]
    [TestCase("02-join", "solutions/02-join/mutants/sleep-in-place-of-join.cs", Category = "Slow")]
    [CancelAfter(120_000)]
    public async Task Three_gradings_give_one_result(string exercise, string path, CancellationToken cancellation)
    {
        var first = await ResultAsync(exercise, Path.Combine(Repository.Root, path), cancellation);
        for (var i = 1; i < 3; i++)
            Assert.That(await ResultAsync(exercise, Path.Combine(Repository.Root, path), cancellation), Is.EqualTo(first));
    }

    [Test, Category("Slow"), Platform(Exclude = "Win"), CancelAfter(1_200_000)]
    public async Task Fifty_gradings_half_of_them_under_load_give_one_result(CancellationToken cancellation)
    {
        var first = await ResultAsync("07-ticket-sale", NoLock, cancellation);
        for (var i = 1; i < 25; i++)
            Assert.That(await ResultAsync("07-ticket-sale", NoLock, cancellation), Is.EqualTo(first), $"Grading {i + 1} of 50.");
        using var load = new BusyLoops(2);
        for (var i = 25; i < 50; i++)
            Assert.That(await ResultAsync("07-ticket-sale", NoLock, cancellation), Is.EqualTo(first), $"Grading {i + 1} of 50, under load.");
    }

    private static async Task<string> ResultAsync(string exercise, string path, CancellationToken cancellation)
    {
        var result = await Repository.Grader.GradeAsync(new GradeRequest(path, [exercise]), null, cancellation);
        Assert.That(result.Fault, Is.Null);
        var json = JsonNode.Parse(ResultJson.Write(result))!.AsObject();
        Assert.That(json.Remove("timing"), Is.True);
        return json.ToJsonString(ResultJson.Options);
    }
}
