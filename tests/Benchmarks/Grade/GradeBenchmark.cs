using System.Text.Json;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Benchmarks.Grade;

/// <summary>How long grading and verifying the whole kit takes: the commands as processes, and each step of each exercise.</summary>
internal static class GradeBenchmark
{
    /// <summary>How often each figure is taken; their median is told.</summary>
    private const int Rounds = 5;

    private static readonly string[] Steps = ["compile", "rewrite", "hosts", "checks", "runs"];

    public static async Task RunAsync(TextWriter output, CancellationToken cancellation)
    {
        var cold = new List<Grading>();
        var again = new List<Grading>();
        var stubs = new List<TimeSpan>();
        TimeSpan verified = default;
        for (var round = 0; round < Rounds; round++)
        {
            // Nothing is known of the exercises' projects: MSBuild evaluates them.
            var cache = Directory.CreateTempSubdirectory("benchmark-");
            try
            {
                cold.Add(await GradeAsync(cache.FullName, cancellation));
                again.Add(await GradeAsync(cache.FullName, cancellation));
                stubs.Add((await KitCommand.RunAsync(1, cache.FullName, cancellation, "grade", "exercises")).Took);
                if (round == 0)
                    verified = (await KitCommand.RunAsync(0, cache.FullName, cancellation, "verify")).Took;
            }
            finally
            {
                cache.Delete(recursive: true);
            }
        }

        await output.WriteLineAsync($"{cold[0].Exercises.Count} exercises, median of {Rounds}; `kit verify` once\n");
        var whole = new MarkdownTable(output, "seconds, whole process", "median", "least", "most");
        Whole(whole, "`kit grade solutions`, cold (no evaluation cache)", [.. cold.Select(g => g.Took)]);
        Whole(whole, "`kit grade solutions`, again", [.. again.Select(g => g.Took)]);
        Whole(whole, "`kit grade exercises`", stubs);
        Whole(whole, "`kit verify`", [verified]);
        await output.WriteLineAsync();
        Exercises(output, again);
    }

    private static void Whole(MarkdownTable table, string name, IReadOnlyList<TimeSpan> took)
    {
        var seconds = took.Select(t => t.TotalSeconds).Order().ToList();
        table.Row(name, $"{Median(seconds):f1}", $"{seconds[0]:f1}", $"{seconds[^1]:f1}");
    }

    private static void Exercises(TextWriter output, List<Grading> gradings)
    {
        var table = new MarkdownTable(output, ["exercise", "checks proved", "states", "real runs", .. Steps.Select(s => $"{s}, ms")]);
        foreach (var (id, checks) in gradings[0].Exercises.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            table.Row(
            [
                id,
                $"{checks.Count(c => c.Certainty == Certainty.Proved)} of {checks.Count}",
                $"{checks.Max(c => c.States):n0}",
                $"{checks.Max(c => c.RealRuns):n0}",
                .. Steps.Select(step => $"{Median([.. gradings.Select(g => g.Milliseconds[id].GetValueOrDefault(step))]):f0}"),
            ]);
        }
    }

    private static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static async Task<Grading> GradeAsync(string cache, CancellationToken cancellation)
    {
        var (json, took) = await KitCommand.RunAsync(0, cache, cancellation, "grade", "solutions", "--format", "json");
        using var document = JsonDocument.Parse(json);
        var milliseconds = document.RootElement.GetProperty("timing").GetProperty("exercises").Deserialize<Dictionary<string, Dictionary<string, double>>>(ResultJson.Options)!;
        var result = JsonSerializer.Deserialize<GradeResult>(json, ResultJson.Options)!;
        return new Grading(took, result.Exercises.ToDictionary(e => e.Id, e => (IReadOnlyList<CheckResult>)[.. e.Checks]), milliseconds);
    }

    /// <summary>One run of the command.</summary>
    /// <param name="Took">From its start to its end.</param>
    /// <param name="Exercises">The checks of each exercise.</param>
    /// <param name="Milliseconds">For each exercise the milliseconds of its steps.</param>
    private sealed record Grading(TimeSpan Took, IReadOnlyDictionary<string, IReadOnlyList<CheckResult>> Exercises, IReadOnlyDictionary<string, Dictionary<string, double>> Milliseconds);
}
