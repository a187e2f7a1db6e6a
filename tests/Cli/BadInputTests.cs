namespace ExerciseKit.Tests.Cli;

public sealed class BadInputTests
{
    [TestCase("There is no command \"grad\"", "grad", "solutions")]
    [TestCase("Required argument 'PATH' missing", "grade")]
    [TestCase("'xml' not recognized", "grade", "x", "--format", "xml")]
    [TestCase("--seed one is no whole number from -2147483648 to 2147483647.", "grade", "x", "--seed", "one")]
    [TestCase("--seed 99999999999 is no whole number", "grade", "x", "--seed", "99999999999")]
    [TestCase("--bogus", "list", "--bogus")]
    [TestCase("There is no exercise \"99\". There are: 01-one, 02-two.", "check", "99")]
    [TestCase("There is no exercise \"nine\"", "grade", ".", "--exercise", "nine")]
    [TestCase("\"0\" may be 01-one, 02-two", "hint", "0")]
    [TestCase("--step 4 is no hint of 01-one; it has hints 1 to 3", "hint", "01", "--step", "4")]
    [TestCase("--step 0 is no hint", "hint", "01", "--step", "0")]
    [TestCase("nowhere is not there. Make that folder first", "grade", ".", "--out", "nowhere/result.json")]
    [TestCase("is a folder. Name a file in it", "grade", ".", "--out", ".")]
    [TestCase("nowhere is not there. Name the folder that holds all hand-ins", "grade-all", "nowhere", "--out", "results")]
    [TestCase("holds other things than results", "grade-all", "exercises", "--out", "exercises")]
    [TestCase("--jobs 0 is no number of hand-ins", "grade-all", "exercises", "--out", "results", "--jobs", "0")]
    [TestCase("is not there. Name the folder that `kit grade-all --out` wrote", "compare", "nowhere", "mended")]
    [TestCase("--root /nowhere is no kit", "list", "--root", "/nowhere")]
    [CancelAfter(60_000)]
    public async Task What_cannot_be_done_is_refused_with_its_reason(string reason, params string[] args)
    {
        using var kit = SmallKit.WithTwoExercises();

        var run = await KitProcess.RunAsync(kit.Root, args);

        Assert.That(run.Error, Does.Contain(reason).And.StartWith("kit: "));
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Output, Is.Empty);
    }

    [Test, CancelAfter(60_000)]
    public async Task A_broken_exercise_is_told_with_all_its_faults_and_no_stack_trace()
    {
        using var kit = SmallKit.WithTwoExercises();
        kit.Write("exercises/02-two/exercise.json", """{ "id": "02-two", "titel": {} }""");

        var run = await KitProcess.RunAsync(kit.Root, "list");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("\"titel\"").And.Contain("\"entries\" is missing").And.Not.Contain("   at "));
    }

    [Test, CancelAfter(60_000)]
    public async Task Where_there_is_no_kit_the_message_says_where_it_was_looked_for()
    {
        using var folder = new TemporaryFolder();

        var run = await KitProcess.RunAsync(folder.Path, "check");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(folder.Path).And.Contain("--root"));
    }
}
