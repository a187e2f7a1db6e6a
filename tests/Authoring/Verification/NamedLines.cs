using System.Runtime.CompilerServices;
using ExerciseKit.Authoring.Verification;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exercises;
using ExerciseKit.Grading;

namespace ExerciseKit.Tests.Authoring.Verification;

/// <summary>The two lines that a grading of the course's wrong answers names, beside those that are marked as the fault's.</summary>
internal static class NamedLines
{
    /// <summary>Grades the wrong answers of an exercise by the checks that they are there for, and by no other.</summary>
    public static async IAsyncEnumerable<NamedLine> OfAsync(string root, Exercise exercise, Grader grader, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var mutant in Directory.GetFileSystemEntries(Path.Combine(root, "solutions", exercise.Id, "mutants")).Order(StringComparer.Ordinal))
        {
            var file = Directory.Exists(mutant) ? Directory.GetFiles(mutant, "*.cs").First(f => File.ReadLines(f).First().StartsWith("// expect", StringComparison.Ordinal)) : mutant;
            var expected = Expectation.Parse(File.ReadLines(file).First());
            var result = await grader.GradeAsync(new GradeRequest(mutant, [exercise.Id]) { CheckIds = expected.CheckIds }, null, cancellation).ConfigureAwait(false);
            foreach (var id in expected.CheckIds)
                yield return new NamedLine(Path.GetRelativePath(root, mutant), expected, id, result.Exercises.SelectMany(e => e.Checks).FirstOrDefault(c => c.Id == id));
        }
    }
}

/// <summary>What a grading names for one check of one wrong answer.</summary>
/// <param name="Mutant">The wrong answer, from the root on.</param>
/// <param name="Expected">Its first line.</param>
/// <param name="CheckId">The check.</param>
/// <param name="Check">What came of it; null where it was not there.</param>
internal sealed record NamedLine(string Mutant, Expectation Expected, string CheckId, CheckResult? Check)
{
    public bool IsMarked => Expected.Lines.Count > 0;

    public bool IsNamed => Expected.IsNamedBy(Check?.Between);

    public override string ToString() =>
        $"{Mutant} {CheckId}: marked {string.Join(',', Expected.Lines)}, named {(Check?.Between is { } between ? $"{between.First.Line} and {between.Second.Line} ({between.Kind})" : "none")}";
}
