using ExerciseKit.Contract.Results;
using ExerciseKit.Grading;

namespace ExerciseKit.Tests.Grading;

/// <summary>Gradings one after the other in one process.</summary>
[CancelAfter(180_000)]
public sealed class WarmGraderTests
{
    [Test]
    public async Task What_was_made_ready_changes_no_result(CancellationToken cancellation)
    {
        await using var grader = new WarmGrader(Repository.Root);
        var request = new GradeRequest(Repository.Solution("05-daemon"), ["05-daemon"]);

        var cold = await grader.GradeAsync(request, null, cancellation);
        grader.GetReadyForTheSame();
        grader.GetReadyForTheSame();
        var warm = await grader.GradeAsync(request, null, cancellation);
        // Nobody takes these: they are ended with the grader.
        grader.GetReadyForTheSame();

        Assert.That(warm.Exercises.Single(), Is.EqualTo(cold.Exercises.Single()));
        Assert.That(warm.Exercises.Single().Checks.Select(c => c.Status), Is.All.EqualTo(CheckStatus.Passed));
    }
}
