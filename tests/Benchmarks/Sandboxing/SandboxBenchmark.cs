using System.Text.Json;
using ExerciseKit.Benchmarks.Grade;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Benchmarks.Sandboxing;

/// <summary>What the sandbox costs: the same hand-in graded with it and without it, in turn.</summary>
internal static class SandboxBenchmark
{
    /// <summary>How often each is graded; their median is told.</summary>
    private const int Rounds = 15;

    private const string Exercise = "07-ticket-sale";

    /// <summary>Writes a row a measure.</summary>
    /// <returns>Whether there is a sandbox on this machine to measure.</returns>
    public static async Task<bool> RunAsync(TextWriter output, CancellationToken cancellation)
    {
        var with = new List<Measured>();
        var without = new List<Measured>();
        var cache = Directory.CreateTempSubdirectory("benchmark-");
        try
        {
            // Both once unmeasured: the first evaluates the exercises' projects.
            var sandboxed = await GradeAsync(cache.FullName, PathWithout(null), cancellation);
            var plain = await GradeAsync(cache.FullName, PathWithout("bwrap"), cancellation);
            if (sandboxed.Kind == plain.Kind)
            {
                await output.WriteLineAsync($"Both ran with {plain.Kind}: there is no bubblewrap to measure. `kit doctor` says how to get it.");
                return false;
            }

            for (var round = 0; round < Rounds; round++)
            {
                with.Add(await GradeAsync(cache.FullName, PathWithout(null), cancellation));
                without.Add(await GradeAsync(cache.FullName, PathWithout("bwrap"), cancellation));
            }
        }
        finally
        {
            cache.Delete(recursive: true);
        }

        await output.WriteLineAsync($"{Exercise}'s solution, median of {Rounds}, in turn; {with[0].RealRuns} real runs of one process each\n");
        var table = new MarkdownTable(output, "ms", "with the sandbox", "without", "ratio");
        Row("`kit grade`, whole process", m => m.Whole);
        Row("a hand-in: until the sandbox and the first process are there", m => m.Hosts);
        Row("a hand-in: all checks, search and confirmation", m => m.Checks);
        Row("a real run, on average", m => m.Checks / m.RealRuns);
        return true;

        void Row(string what, Func<Measured, double> measure)
        {
            var (inside, outside) = (Median(with.Select(measure)), Median(without.Select(measure)));
            table.Row(what, $"{inside:f1}", $"{outside:f1}", $"{inside / outside:f2}");
        }
    }

    private static async Task<Measured> GradeAsync(string cache, string path, CancellationToken cancellation)
    {
        var (json, took) = await KitCommand.RunAsync(0, cache, path, cancellation, "grade", "solutions", "--exercise", Exercise, "--format", "json");
        using var document = JsonDocument.Parse(json);
        var steps = document.RootElement.GetProperty("timing").GetProperty("exercises").GetProperty(Exercise);
        var result = JsonSerializer.Deserialize<GradeResult>(json, ResultJson.Options)!;
        return new Measured(
            result.Sandbox!.Kind,
            took.TotalMilliseconds,
            steps.GetProperty("hosts").GetDouble(),
            steps.GetProperty("checks").GetDouble(),
            result.Exercises[0].Checks.Max(c => c.RealRuns));
    }

    /// <summary>The folders that commands are looked for in, without those that hold this one.</summary>
    private static string PathWithout(string? command) => string.Join(
        Path.PathSeparator,
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(folder => command is null || !File.Exists(Path.Combine(folder, command))));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>One grading, in milliseconds.</summary>
    private sealed record Measured(SandboxKind Kind, double Whole, double Hosts, double Checks, int RealRuns);
}
