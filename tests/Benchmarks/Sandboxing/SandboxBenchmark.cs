using System.Text.Json;
using ExerciseKit.Benchmarks.Grade;
using ExerciseKit.Contract.Results;
using ExerciseKit.Tests;

namespace ExerciseKit.Benchmarks.Sandboxing;

/// <summary>What the walls cost: the same hand-in graded without any, behind each alone and behind both, in turn.</summary>
internal static class SandboxBenchmark
{
    /// <summary>How often each is graded; their median is told.</summary>
    private const int Rounds = 15;

    private const string Exercise = "07-ticket-sale";

    private static readonly Setting[] Settings =
    [
        new("without", Bubblewrap: false, Landlock: false, []),
        new("Landlock", Bubblewrap: false, Landlock: true, ["landlock"]),
        new("bubblewrap", Bubblewrap: true, Landlock: false, ["bubblewrap"]),
        new("both", Bubblewrap: true, Landlock: true, ["bubblewrap", "landlock"]),
    ];

    /// <summary>Writes a row a measure.</summary>
    /// <returns>Whether this machine has both walls to measure.</returns>
    public static async Task<bool> RunAsync(TextWriter output, CancellationToken cancellation)
    {
        var measured = Settings.ToDictionary(s => s, _ => new List<Measured>());
        var cache = Directory.CreateTempSubdirectory("benchmark-");
        try
        {
            // All once unmeasured: the first evaluates the exercises' projects.
            foreach (var setting in Settings)
            {
                var walls = (await GradeAsync(cache.FullName, setting, cancellation)).Walls;
                if (walls.SequenceEqual(setting.Walls))
                    continue;
                await output.WriteLineAsync($"Where {setting.Name} was asked for, there stood: {string.Join(", ", walls)}. `kit doctor` says how to get the rest.");
                return false;
            }

            for (var round = 0; round < Rounds; round++)
            {
                foreach (var setting in Settings)
                    measured[setting].Add(await GradeAsync(cache.FullName, setting, cancellation));
            }
        }
        finally
        {
            cache.Delete(recursive: true);
        }

        await output.WriteLineAsync($"{Exercise}'s solution, median of {Rounds} (the least in parentheses), in turn; {measured[Settings[0]][0].RealRuns} real runs of one process each\n");
        var table = new MarkdownTable(output, ["ms", .. Settings.Select(s => s.Name)]);
        Row("`kit grade`, whole process", m => m.Whole);
        Row("a hand-in: until the walls and the first process are there", m => m.Hosts);
        Row("a hand-in: all checks, search and confirmation", m => m.Checks);
        Row("a real run, on average", m => m.Checks / m.RealRuns);
        return true;

        void Row(string what, Func<Measured, double> measure) =>
            table.Row([what, .. Settings.Select(s => $"{Median(measured[s].Select(measure)):f1} ({measured[s].Min(measure):f1})")]);
    }

    private static async Task<Measured> GradeAsync(string cache, Setting setting, CancellationToken cancellation)
    {
        var path = PathWithout(setting.Bubblewrap ? null : "bwrap");
        RefusedCalls.Call[] refused = setting.Landlock ? [] : [RefusedCalls.CreateRuleset];
        var (json, took) = await KitCommand.RunAsync(0, cache, path, refused, cancellation, "grade", "solutions", "--exercise", Exercise, "--format", "json");
        using var document = JsonDocument.Parse(json);
        var steps = document.RootElement.GetProperty("timing").GetProperty("exercises").GetProperty(Exercise);
        var result = JsonSerializer.Deserialize<GradeResult>(json, ResultJson.Options)!;
        return new Measured(
            [.. result.Sandbox!.Walls.Select(w => w.Name).Where(Settings[^1].Walls.Contains)],
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

    /// <summary>Which walls are asked for, and which must stand.</summary>
    private sealed record Setting(string Name, bool Bubblewrap, bool Landlock, string[] Walls);

    /// <summary>One grading, in milliseconds.</summary>
    private sealed record Measured(string[] Walls, double Whole, double Hosts, double Checks, int RealRuns);
}
