using ExerciseKit.Contract.Results;
using ExerciseKit.Grading;

namespace ExerciseKit.Tests.Grading;

[CancelAfter(120_000)]
public sealed class GraderTests
{
    [TestCase("01-spawn", Category = "Slow")]
    [TestCase("02-join", Category = "Slow")]
    [TestCase("07-ticket-sale")]
    public async Task A_solution_gets_full_marks(string id, CancellationToken cancellation)
    {
        var result = await Repository.Grader.GradeAsync(new GradeRequest(Repository.Solution(id), []), null, cancellation);

        Assert.That(result.Fault, Is.Null);
        Assert.That(result.Exercises.SelectMany(e => e.Checks).Where(c => c.Status != CheckStatus.Passed).Select(c => $"{c.Id}: {c.Verdict} {c.Message.En}"), Is.Empty);
        Assert.That(result.Score, Is.EqualTo(10));
    }

    [Test]
    public async Task Exercises_graded_side_by_side_come_out_as_each_does_alone(CancellationToken cancellation)
    {
        string[] ids = ["01-spawn", "03-isolation", "05-daemon"];

        var together = await Repository.Grader.GradeAsync(new GradeRequest(Path.Combine(Repository.Root, "solutions"), ids), null, cancellation);

        Assert.That(together.Exercises.Select(e => e.Id), Is.EqualTo(ids));
        foreach (var exercise in together.Exercises)
        {
            var alone = await Repository.Grader.GradeAsync(new GradeRequest(Repository.Solution(exercise.Id), []), null, cancellation);
            Assert.That(exercise, Is.EqualTo(alone.Exercises.Single()), exercise.Id);
        }
    }

    [Test]
    public async Task A_fault_in_one_exercise_does_not_stop_the_others(CancellationToken cancellation)
    {
        // Neither has checks, which nobody but the kit is to blame for.
        var result = await new Grader(FixtureKit.Root).GradeAsync(new GradeRequest(Path.Combine(FixtureKit.Root, "exercises"), []), null, cancellation);

        Assert.That(result.Gradable, Is.False);
        Assert.That(result.Fault!.En, Does.Match($"^{FixtureKit.Greeting}: The exercise {FixtureKit.Greeting} has no checks.*\n{FixtureKit.Letters}: The exercise {FixtureKit.Letters} has no checks"));
    }

    [Test]
    public async Task What_the_walls_are_is_known_before_any_exercise_is_begun(CancellationToken cancellation)
    {
        var told = new Told();

        await Repository.Grader.GradeAsync(new GradeRequest(Repository.Solution("03-isolation"), []), told, cancellation);

        var walls = told.All.FindIndex(p => p is WallsKnown);
        Assert.That(walls, Is.Not.Negative);
        Assert.That(told.All.FindIndex(p => p is StepStarted { Step: var step } && step.En.StartsWith("exploring", StringComparison.Ordinal)), Is.Not.Negative);
        Assert.That(told.All.FindIndex(p => p is CheckFinished), Is.GreaterThan(walls));
    }

    private sealed class Told : IProgress<GradeProgress>
    {
        public List<GradeProgress> All { get; } = [];

        public void Report(GradeProgress value)
        {
            lock (All)
                All.Add(value);
        }
    }
}
