using ExerciseKit.Exercises;

namespace ExerciseKit.Tests.Authoring.Verification;

/// <summary>The two lines that a hint names are those of the fault, as the author of the wrong answer marked them.</summary>
public sealed class NamedLinesTests
{
    /// <summary>What the whole course is held to, so that nothing is lost of it; it is to become 0.95.</summary>
    private const double OfTheCourse = 0.7;

    /// <summary>What the exercises are held to whose faults all stand at operations.</summary>
    private const double OfAnExercise = 0.9;

    [Test, CancelAfter(5_400_000), Category("Slow")]
    public async Task The_wrong_answers_of_the_course_are_told_the_line_of_their_fault()
    {
        var all = new List<NamedLine>();
        foreach (var exercise in ExerciseCatalog.Load(Repository.Root).Exercises)
            all.AddRange(await OfAsync(exercise.Id));

        var missed = all.Where(line => line.IsMarked && !line.IsNamed).ToList();
        var marked = all.Count(line => line.IsMarked);
        Assert.That(marked, Is.GreaterThan(500), "Mark the line of the fault in the first line of each wrong answer: line=…");
        Assert.That((marked - missed.Count) / (double)marked, Is.AtLeast(OfTheCourse), $"{missed.Count} of {marked} are not told:\n{string.Join('\n', missed)}");
    }

    [TestCase("05-daemon", Category = "Slow")]
    [TestCase("16-semaphore", Category = "Slow")]
    [CancelAfter(600_000)]
    public async Task The_wrong_answers_of_an_exercise_are_told_the_line_of_their_fault(string exercise)
    {
        var all = await OfAsync(exercise);

        var missed = all.Where(line => line.IsMarked && !line.IsNamed).ToList();
        Assert.That(all.Where(line => !line.IsMarked), Is.Empty);
        Assert.That((all.Count - missed.Count) / (double)all.Count, Is.AtLeast(OfAnExercise), string.Join('\n', missed));
    }

    private static async Task<List<NamedLine>> OfAsync(string id)
    {
        var lines = new List<NamedLine>();
        await foreach (var line in NamedLines.OfAsync(Repository.Root, ExerciseCatalog.Load(Repository.Root).Exercises.Single(e => e.Id == id), Repository.Grader, TestContext.CurrentContext.CancellationToken))
            lines.Add(line);
        return lines;
    }
}
