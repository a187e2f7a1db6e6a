using ExerciseKit.Authoring;
using ExerciseKit.Authoring.Verification;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;

namespace ExerciseKit.Tests.Authoring;

/// <summary>The two folders that a new exercise begins with.</summary>
public sealed class NewExerciseTests
{
    private TemporaryFolder kit = null!;

    [SetUp]
    public void Make() => kit = new TemporaryFolder();

    [TearDown]
    public void Remove() => kit.Dispose();

    [Test]
    public void What_is_written_is_an_exercise_whose_words_are_missing()
    {
        var written = NewExercise.Write(kit.Path, "30-my-task", "Mine & \"yours\"");

        var exercise = ExerciseCatalog.Load(kit.Path).Find("30-my-task")!;
        Assert.That(written.Where(f => !File.Exists(Path.Combine(kit.Path, f))), Is.Empty);
        Assert.That((exercise.ClassName, exercise.Title.En), Is.EqualTo(("MyTask", "Mine & \"yours\"")));
        Assert.That(written.Select(f => File.ReadAllText(Path.Combine(kit.Path, f))), Has.None.Contains("__"));
        // The checks are found in the kit's own build, which this one is not part of.
        Assert.That(ExerciseReview.FaultsOf(exercise).Select(f => f.Split(' ')[0]), Is.EqualTo(new[]
        {
            "exercises/30-my-task/checks:", "exercises/30-my-task/README.md", "exercises/30-my-task/README.zh-CN.md", "exercises/30-my-task/exercise.json",
        }));
    }

    [TestCase("30"), TestCase("3-x"), TestCase("30-My"), TestCase("30-my--task"), TestCase("../30-x"), TestCase("")]
    public void An_id_of_another_form_is_refused_and_nothing_is_written(string id)
    {
        Assert.That(() => NewExercise.Write(kit.Path, id, "Title"), Throws.TypeOf<BadInputException>().With.Message.Contains($"\"{id}\" is no exercise's id"));
        Assert.That(Directory.GetFileSystemEntries(kit.Path), Is.Empty);
    }

    [Test]
    public void What_is_there_already_is_not_written_over()
    {
        kit.Write("solutions/30-my-task/MyTask.cs", "mine");

        Assert.That(() => NewExercise.Write(kit.Path, "30-my-task", "Title"), Throws.TypeOf<BadInputException>().With.Message.Contains("is there already"));
        Assert.That(Directory.Exists(Path.Combine(kit.Path, "exercises")), Is.False);
    }
}
