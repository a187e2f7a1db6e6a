namespace ExerciseKit.Tests.Cli;

public sealed class ListTests
{
    [Test, CancelAfter(60_000)]
    public async Task The_exercises_are_listed_by_id_with_their_titles()
    {
        using var kit = SmallKit.WithTwoExercises();

        var run = await KitProcess.RunAsync(kit.Root, "list");

        Assert.That(run, Has.Property(nameof(KitRun.ExitCode)).Zero.And.Property(nameof(KitRun.Error)).Empty);
        await Verify(run.Output.TrimEnd());
    }

    [Test, CancelAfter(60_000)]
    public async Task Titles_are_there_in_Chinese_too()
    {
        using var kit = SmallKit.WithTwoExercises();

        var run = await KitProcess.RunAsync(kit.Root, "list", "--language", "zh");

        Assert.That(run.Output, Does.Contain("做一件事").And.Contain("做两件事"));
    }

    [Test, CancelAfter(60_000)]
    public async Task The_kit_is_found_from_a_folder_below_it_and_by_its_root()
    {
        using var kit = SmallKit.WithTwoExercises();

        var below = await KitProcess.RunAsync(Path.Combine(kit.Root, "exercises", "01-one"), "list");
        var elsewhere = await KitProcess.RunAsync(Path.GetTempPath(), "list", "--root", kit.Root);

        Assert.That(below.Output, Does.Contain("01-one"));
        Assert.That(elsewhere.Output, Is.EqualTo(below.Output));
    }

    [Test, CancelAfter(60_000)]
    public async Task An_output_that_is_no_terminal_gets_no_escapes_whatever_the_environment_says()
    {
        using var kit = SmallKit.WithTwoExercises();
        var environment = new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true", ["TERM"] = "xterm-256color", ["COLORTERM"] = "truecolor" };

        var run = await KitProcess.RunAsync(kit.Root, environment, "hint", "01");

        Assert.That(run.Output, Does.Contain("hint 1 of 3").And.Not.Contain('\u001b'));
    }
}
