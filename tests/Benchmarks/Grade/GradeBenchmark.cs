using System.Diagnostics;
using System.Text.Json;
using ExerciseKit.Contract.Results;
using ExerciseKit.Tests;

namespace ExerciseKit.Benchmarks.Grade;

/// <summary>How long <c>kit grade solutions</c> takes: the whole command as a process, and each step of each exercise.</summary>
internal static class GradeBenchmark
{
    /// <summary>How often each figure is taken; their median is told.</summary>
    private const int Rounds = 5;

    private static readonly string[] Steps = ["compile", "rewrite", "hosts", "checks", "runs"];

    public static async Task RunAsync(TextWriter output, CancellationToken cancellation)
    {
        var cold = new List<Grading>();
        var again = new List<Grading>();
        for (var round = 0; round < Rounds; round++)
        {
            // Nothing is known of the exercises' projects: MSBuild evaluates them.
            var cache = Directory.CreateTempSubdirectory("benchmark-");
            try
            {
                cold.Add(await GradeAsync(cache.FullName, cancellation));
                again.Add(await GradeAsync(cache.FullName, cancellation));
            }
            finally
            {
                cache.Delete(recursive: true);
            }
        }

        await output.WriteLineAsync($"`kit grade solutions`, {cold[0].Exercises.Count} exercises, median of {Rounds}\n");
        var whole = new MarkdownTable(output, "seconds, whole process", "median", "least", "most");
        Whole(whole, "cold (no evaluation cache)", cold);
        Whole(whole, "again", again);
        await output.WriteLineAsync();
        Single(output, "cold", cold);
        await output.WriteLineAsync();
        Single(output, "again", again);
    }

    private static void Whole(MarkdownTable table, string name, List<Grading> gradings)
    {
        var seconds = gradings.Select(g => g.Took.TotalSeconds).Order().ToList();
        table.Row(name, $"{Median(seconds):f1}", $"{seconds[0]:f1}", $"{seconds[^1]:f1}");
    }

    private static void Single(TextWriter output, string name, List<Grading> gradings)
    {
        var table = new MarkdownTable(output, [$"milliseconds, {name}", .. Steps]);
        foreach (var id in gradings[0].Exercises.Keys.Order(StringComparer.Ordinal))
            table.Row([id, .. Steps.Select(step => $"{Median([.. gradings.Select(g => g.Exercises[id].GetValueOrDefault(step))]):f0}")]);
    }

    private static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static async Task<Grading> GradeAsync(string cache, CancellationToken cancellation)
    {
        var configuration = Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!;
        var kit = Path.Combine(Repository.Root, "grader", "Cli", "bin", configuration, "net10.0", "kit.dll");
        var start = new ProcessStartInfo("dotnet", [kit, "grade", "solutions", "--format", "json"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            Environment = { ["EXERCISEKIT_CACHE"] = cache },
        };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        try
        {
            var json = await process.StandardOutput.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            var took = clock.Elapsed;
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"kit grade solutions ended with {process.ExitCode}, so its time says nothing:\n{json}");
            using var result = JsonDocument.Parse(json);
            var exercises = result.RootElement.GetProperty("timing").GetProperty("exercises").Deserialize<Dictionary<string, Dictionary<string, double>>>(ResultJson.Options)!;
            return new Grading(took, exercises);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>One run of the command.</summary>
    /// <param name="Took">From its start to its end.</param>
    /// <param name="Exercises">For each exercise the milliseconds of its steps.</param>
    private sealed record Grading(TimeSpan Took, IReadOnlyDictionary<string, Dictionary<string, double>> Exercises);
}
