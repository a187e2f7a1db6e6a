using System.Text.Json;
using ExerciseKit.Authoring.Verification;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exercises;
using ExerciseKit.Grading;
using ExerciseKit.Grading.Preparing;

namespace ExerciseKit.Benchmarks.Lines;

/// <summary>Grades each wrong answer of the course and tells the two lines that are named for the check it is there for, and whether the line of the fault is one of them where it is marked: one JSON object a line.</summary>
internal static class LinesBenchmark
{
    public static async Task RunAsync(string root, string exercises, TextWriter output, CancellationToken cancellation)
    {
        var catalog = ExerciseCatalog.Load(root);
        await using var preparers = new Preparers();
        foreach (var exercise in catalog.Exercises.Where(e => exercises.Length == 0 || exercises.Split(',').Any(id => e.Id.StartsWith(id, StringComparison.Ordinal))))
        {
            var mutants = Directory.GetFileSystemEntries(Path.Combine(root, "solutions", exercise.Id, "mutants")).Order(StringComparer.Ordinal).ToList();
            await Parallel.ForEachAsync(mutants, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellation }, async (mutant, token) =>
            {
                var file = Directory.Exists(mutant) ? Directory.GetFiles(mutant, "*.cs").First(f => File.ReadLines(f).First().StartsWith("// expect", StringComparison.Ordinal)) : mutant;
                var expected = Expectation.Parse(File.ReadLines(file).First());
                var result = await new Grader(root, preparers).GradeAsync(new GradeRequest(mutant, [exercise.Id]), null, token);
                foreach (var id in expected.CheckIds)
                {
                    var check = result.Exercises.SelectMany(e => e.Checks).FirstOrDefault(c => c.Id == id);
                    var line = JsonSerializer.Serialize(new { mutant = Path.GetRelativePath(root, mutant), check = id, verdict = check?.Verdict.ToString(), message = check?.Message.En, between = check?.Between, marked = expected.Lines, isNamed = expected.Lines.Count == 0 ? (bool?)null : expected.IsNamedBy(check?.Between) }, ResultJson.Options).ReplaceLineEndings(" ");
                    lock (output)
                        output.WriteLine(line);
                }
            });
        }
    }
}
