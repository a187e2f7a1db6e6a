using System.Text.Json;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Benchmarks.Grade;

/// <summary>What each check of the kit is tried in: the members of what varies that are proved, and the larger ones that are sampled.</summary>
internal static class CheckTable
{
    public static async Task RunAsync(TextWriter output, CancellationToken cancellation)
    {
        var cache = Directory.CreateTempSubdirectory("benchmark-");
        try
        {
            var (json, took) = await KitCommand.RunAsync(0, cache.FullName, cancellation, "grade", "solutions", "--format", "json");
            var result = JsonSerializer.Deserialize<GradeResult>(json, ResultJson.Options)!;
            await output.WriteLineAsync($"`kit grade solutions --seed {result.Seed}`: {took.TotalSeconds:f1} s\n");
            var table = new MarkdownTable(output, "exercise", "check", "members", "which", "sampled besides", "states", "certainty");
            foreach (var (exercise, check) in result.Exercises.SelectMany(e => e.Checks, (e, c) => (e.Id, c)))
            {
                var members = (check.Scenario?.En ?? "").Split("; ");
                table.Row(
                    exercise,
                    check.Id,
                    $"{members.Length}",
                    string.Join("<br>", members),
                    check.Larger is { } larger ? $"{larger.En} ({check.SampledRuns:n0} schedules)" : "",
                    $"{check.States:n0}",
                    $"{check.Certainty.ToString().ToLowerInvariant()}{(check.Bound is { } bound ? $", {bound.En}" : "")}");
            }
        }
        finally
        {
            cache.Delete(recursive: true);
        }
    }
}
