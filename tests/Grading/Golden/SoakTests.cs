using ExerciseKit.Contract.Results;
using ExerciseKit.Grading;

namespace ExerciseKit.Tests.Grading.Golden;

/// <summary>The races that a grader which reruns and waits misses: found a hundred times of a hundred, on a quiet machine and on a busy one.</summary>
[NonParallelizable, Category("Slow"), Platform(Exclude = "Win")]
public sealed class SoakTests
{
    private const int Gradings = 100;

    [Test, CancelAfter(3_600_000)]
    public async Task A_hand_in_gets_its_verdict_every_time(
        [Values("07-ticket-sale no-oversell mutants/no-lock.cs",
            "07-ticket-sale no-oversell mutants/lock-round-the-write-only.cs",
            "07-ticket-sale no-oversell mutants/lock-per-process.cs",
            "02-join all-over-last mutants/sleep-in-place-of-join.cs",
            "07-ticket-sale - TicketSale.cs")] string handIn,
        [Values(0, 2)] int busyLoops,
        CancellationToken cancellation)
    {
        var (exercise, brokenCheck, file) = handIn.Split(' ') is [var e, var c, var f] ? (e, c, f) : throw new FormatException(handIn);
        var path = Path.Combine(Repository.Solution(exercise), file);
        using var load = new BusyLoops(busyLoops);
        var outcomes = new List<string>();
        for (var i = 0; i < Gradings; i++)
            outcomes.Add(Outcome(await Repository.Grader.GradeAsync(new GradeRequest(path, [exercise]), null, cancellation), brokenCheck));

        var counts = outcomes.GroupBy(o => o).Select(g => $"{g.Count()} of {Gradings}: {g.Key}");
        await TestContext.Out.WriteLineAsync($"{handIn}, {busyLoops} busy loops: {string.Join("; ", counts)}");
        Assert.That(outcomes.Distinct(), Is.EqualTo(new[] { brokenCheck == "-" ? "full marks" : $"{brokenCheck} violation" }));
    }

    private static string Outcome(GradeResult result, string brokenCheck)
    {
        if (result.Fault is { } fault)
            return fault.En;
        if (brokenCheck == "-")
            return result.Score == result.MaxScore ? "full marks" : $"{result.Score} points";
        var check = result.Exercises.Single().Checks.Single(c => c.Id == brokenCheck);
        return $"{check.Id} {check.Verdict.ToString().ToLowerInvariant()}";
    }
}
