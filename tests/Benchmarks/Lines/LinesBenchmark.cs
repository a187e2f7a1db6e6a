using System.Text.Json;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exercises;
using ExerciseKit.Grading;
using ExerciseKit.Grading.Preparing;
using ExerciseKit.Tests.Authoring.Verification;

namespace ExerciseKit.Benchmarks.Lines;

/// <summary>Grades each wrong answer of the course by the check it is there for, and tells the two lines that are named, and whether the line of the fault is one of them: one JSON object a line, and one for each exercise.</summary>
internal static class LinesBenchmark
{
    public static async Task RunAsync(string root, string exercises, TextWriter output, CancellationToken cancellation)
    {
        var catalog = ExerciseCatalog.Load(root);
        await using var preparers = new Preparers();
        foreach (var exercise in catalog.Exercises.Where(e => exercises.Length == 0 || exercises.Split(',').Any(id => e.Id.StartsWith(id, StringComparison.Ordinal))))
        {
            var (all, marked, named) = (0, 0, 0);
            await foreach (var line in NamedLines.OfAsync(root, exercise, new Grader(root, preparers), cancellation))
            {
                (all, marked, named) = (all + 1, marked + (line.IsMarked ? 1 : 0), named + (line.IsNamed ? 1 : 0));
                Write(new { mutant = line.Mutant, check = line.CheckId, verdict = line.Check?.Verdict.ToString(), message = line.Check?.Message.En, between = line.Check?.Between, marked = line.Expected.Lines, isNamed = line.IsMarked ? line.IsNamed : (bool?)null });
            }

            Write(new { exercise = exercise.Id, mutants = all, marked, named });
        }

        void Write(object told) => output.WriteLine(JsonSerializer.Serialize(told, ResultJson.Options).ReplaceLineEndings(" "));
    }
}
