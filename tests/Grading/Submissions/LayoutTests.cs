using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exercises;
using ExerciseKit.Grading;
using ExerciseKit.Grading.Submissions;

namespace ExerciseKit.Tests.Grading.Submissions;

/// <summary>The same right answer, packed in all the ways that people pack.</summary>
[NonParallelizable]
public sealed class LayoutTests
{
    private const string Exercise = "03-isolation";

    private static readonly ExerciseCatalog Catalog = ExerciseCatalog.Load(Repository.Root);

    private static IEnumerable<TestCaseData> Layouts() => Layout.All.Select(l => new TestCaseData(l).SetArgDisplayNames(l.Name));

    [Test]
    public void There_are_forty_ways_and_more() => Assert.That(Layout.All, Has.Count.GreaterThanOrEqualTo(40));

    [TestCaseSource(nameof(Layouts))]
    public void However_it_was_packed_it_is_taken_whole_or_refused_with_what_was_found_and_what_to_do(object way)
    {
        var layout = (Layout)way;
        using var folder = new TemporaryFolder();
        var path = layout.Pack(folder, Layout.Solution);

        if (!layout.IsTaken)
        {
            var refusal = Assert.Throws<BadInputException>(() => SubmissionReader.Read(path, Catalog, []))!.Message;
            foreach (var part in layout.Told)
                Assert.That(refusal, Does.Contain(part));
            return;
        }

        var submission = SubmissionReader.Read(path, Catalog, []);
        var exercise = submission.Exercises.Single();
        Assert.That(exercise.Exercise.Id, Is.EqualTo(Exercise));
        Assert.That(exercise.Problems, Is.Empty);
        Assert.That(submission.Hash, Is.EqualTo(SubmissionReader.Read(Repository.Solution(Exercise), Catalog, []).Hash), "It is not what would have been graded.");
        foreach (var part in layout.Told)
            Assert.That(exercise.Remarks.Select(r => r.En), Has.Some.Contains(part));
        Assert.That(exercise.Remarks.Count, Is.EqualTo(layout.Told.Length == 0 ? 0 : 1), string.Join(' ', exercise.Remarks.Select(r => r.En)));
        Assert.That(SubmissionReader.Read(path, Catalog, [Exercise]).Hash, Is.EqualTo(submission.Hash), "Asked for by its name it is another.");
    }

    [Test, Category("Slow"), CancelAfter(600_000)]
    public async Task Each_that_is_taken_gets_full_marks(CancellationToken cancellation)
    {
        foreach (var layout in Layout.All.Where(l => l.IsTaken))
        {
            using var folder = new TemporaryFolder();

            var result = await Repository.Grader.GradeAsync(new GradeRequest(layout.Pack(folder, Layout.Solution), []), null, cancellation);

            Assert.That((result.Score, result.MaxScore, result.Gradable), Is.EqualTo((10, 10, true)), layout.Name);
            Assert.That(result.Exercises.Single().Checks.Select(c => c.Status), Has.All.EqualTo(CheckStatus.Passed), layout.Name);
        }
    }
}
