namespace ExerciseKit.Tests.Cli;

public sealed class HintTests
{
    [TestCase("1", "hint 1 of 3", "Why?", "--step 2")]
    [TestCase("2", "hint 2 of 3", "How?", "--step 3")]
    [CancelAfter(60_000)]
    public async Task A_hint_says_which_it_is_and_how_to_get_the_next(string step, string which, string text, string next)
    {
        using var kit = SmallKit.WithTwoExercises();

        var run = await KitProcess.RunAsync(kit.Root, "hint", "01-one", "--step", step);

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Output, Does.Contain(which).And.Contain(text).And.Contain(next));
    }

    [Test, CancelAfter(60_000)]
    public async Task The_last_hint_promises_no_more()
    {
        using var kit = SmallKit.WithTwoExercises();

        var run = await KitProcess.RunAsync(kit.Root, "hint", "02", "--step", "3", "--language", "zh");

        Assert.That(run.Output, Does.Contain("这样。").And.Not.Contain("next"));
    }
}
