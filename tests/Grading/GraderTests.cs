using ExerciseKit.Contract.Results;
using ExerciseKit.Grading;

namespace ExerciseKit.Tests.Grading;

[CancelAfter(120_000)]
public sealed class GraderTests
{
    [TestCase("01-spawn")]
    [TestCase("02-join")]
    [TestCase("07-ticket-sale")]
    public async Task A_solution_gets_full_marks(string id, CancellationToken cancellation)
    {
        var result = await Repository.Grader.GradeAsync(new GradeRequest(Repository.Solution(id), []), null, cancellation);

        Assert.That(result.Fault, Is.Null);
        Assert.That(result.Exercises.SelectMany(e => e.Checks).Where(c => c.Status != CheckStatus.Passed).Select(c => $"{c.Id}: {c.Verdict} {c.Message}"), Is.Empty);
        Assert.That(result.Score, Is.EqualTo(10));
    }
}
