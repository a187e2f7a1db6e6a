namespace ExerciseKit.Tests.Cli;

public sealed class HelpTests
{
    [Test, CancelAfter(60_000)]
    public async Task The_help_names_every_command_and_exit_code() => await Verify(await HelpAsync("--help"));

    [Test, CancelAfter(60_000)]
    public async Task Each_command_has_help_with_examples(
        [Values("init", "watch", "list", "next", "reset", "update", "pack", "unpack", "submit", "check", "grade", "grade-all", "regrade", "compare", "apply", "discard", "similar", "report", "play", "run", "hint", "solution", "replay", "serve", "work", "backup", "restore", "verify", "new", "schema", "doctor")] string command) =>
        await Verify(await HelpAsync(command, "--help"));

    [Test, CancelAfter(60_000)]
    public async Task The_help_is_in_Chinese_where_that_is_asked_for([Values("", "check", "replay")] string command)
    {
        var help = await HelpAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help", "--lang", "zh"]);

        // Behind the examples stand command lines.
        Assert.That(help.Split("示例：")[0], Does.Contain("用法：").And.Not.Match(@"\b[a-z]+ [a-z]+ [a-z]+ [a-z]+\b"));
    }

    private static async Task<string> HelpAsync(params string[] args)
    {
        var run = await KitProcess.RunAsync(Path.GetTempPath(), args);

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Error, Is.Empty);
        return run.Output.ReplaceLineEndings("\n").TrimEnd();
    }
}
