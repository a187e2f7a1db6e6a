using System.Text.RegularExpressions;

namespace ExerciseKit.Tests.Tool;

/// <summary>The installed tool, as a new user meets it: a clean home, and no network where the system can take it away.</summary>
public sealed class InstalledToolTests
{
    [Test, CancelAfter(300_000), Category("Slow")]
    public async Task A_new_user_goes_from_an_empty_folder_to_a_solved_exercise_without_a_network()
    {
        using var parent = new TemporaryFolder();
        var folder = Directory.CreateDirectory(Path.Combine(parent.Path, "my course 课程")).FullName;
        Assert.That(await KitAsync(folder, "init"), Does.Contain("21 exercises").And.Contain("kit check 01"));
        Assert.That(await KitAsync(folder, "list"), Does.StartWith("01-spawn").And.Contain("21-process-per-client").And.Not.Contain("solved"));
        File.Copy(Path.Combine(Repository.Solution("01-spawn"), "Spawn.cs"), Path.Combine(folder, "exercises", "01-spawn", "Spawn.cs"), overwrite: true);

        Assert.That(await KitAsync(folder, "check", "01"), Does.Contain("10 of 10 points"));

        Assert.That(await KitAsync(folder, "list"), Does.Match(@"01-spawn.*\(solved\)").And.Contain("1 of 21 solved"));
        Assert.That(await KitAsync(folder, "next"), Does.Contain("02-join"));
        Assert.That(await KitAsync(folder, "hint", "02", "--lang", "zh"), Does.Match("[一-鿿]"));
        var (exitCode, output) = await PackedTool.RunAsync(Path.Combine(folder, "exercises", "01-spawn"), "dotnet", "run");
        Assert.That(exitCode, Is.Zero, output);
        Assert.That(LinesOf(output), Is.EquivalentTo(LinesOf(SampleOutput(folder, "01-spawn"))));
        Assert.That(await KitAsync(folder, "reset", "01"), Does.Contain("Spawn.cs.1"));
        Assert.That(await KitAsync(folder, "list"), Does.Not.Contain("solved"));
    }

    [Test, CancelAfter(300_000), Category("Slow")]
    public async Task The_tool_runs_without_an_install()
    {
        using var folder = new TemporaryFolder();

        var (exitCode, output) = await PackedTool.RunAsync(folder.Path, "dotnet", "tool", "exec", "ExerciseKit.Tool", "--yes", "--source", PackedTool.Source, "--", "init", "--lang", "zh");

        Assert.That(exitCode, Is.Zero, output);
        Assert.That(File.ReadAllText(Path.Combine(folder.Path, "exercises", "01-spawn", "README.md")), Does.Match("[一-鿿]"));
    }

    [Test, CancelAfter(300_000), Category("Slow")]
    public async Task A_folder_whose_tool_is_gone_says_how_to_find_it_again()
    {
        using var folder = new TemporaryFolder();
        await KitAsync(folder.Path, "init");
        Directory.Delete(Path.Combine(folder.Path, ".kit"), recursive: true);

        var (exitCode, output) = await PackedTool.RunAsync(folder.Path, "dotnet", "build", "exercises/01-spawn");

        Assert.That(exitCode, Is.Not.Zero);
        Assert.That(output, Does.Contain("KIT0001").And.Contain("kit update"));
        await KitAsync(folder.Path, "list");
        (exitCode, output) = await PackedTool.RunAsync(folder.Path, "dotnet", "build", "exercises/01-spawn");
        Assert.That(exitCode, Is.Zero, output);
    }

    [Test, CancelAfter(600_000), Category("Slow")]
    public async Task Each_check_is_a_test_and_an_exercise_that_does_not_compile_fails_its_own_alone()
    {
        using var folder = new TemporaryFolder();
        await KitAsync(folder.Path, "init");
        File.Copy(Path.Combine(Repository.Solution("01-spawn"), "Spawn.cs"), Path.Combine(folder.Path, "exercises", "01-spawn", "Spawn.cs"), overwrite: true);
        var join = Path.Combine(folder.Path, "exercises", "02-join", "Join.cs");
        File.WriteAllText(join, "public static class Join { oops }");

        var (exitCode, output) = await PackedTool.RunAsync(folder.Path, "dotnet", "test", "tests", "--filter", "TestCategory=01-spawn|TestCategory=02-join", "--logger", "console;verbosity=detailed");
        var (alone, one) = await PackedTool.RunAsync(folder.Path, "dotnet", "test", "tests", "--no-build", "--filter", "Name~side", "--logger", "console;verbosity=detailed");

        Assert.That(exitCode, Is.EqualTo(1), output);
        Assert.That(output, Does.Match(@"Passed The children sleep side by side").And.Match("Failed .*\n").And.Contain("Does not compile").And.Contain($"in {join}:line 1"));
        Assert.That(output, Does.Match(@"Passed: 4\b"), "Those of the exercise that compiles.");
        Assert.That((alone, one), Is.EqualTo((0, one)));
        Assert.That(one, Does.Match(@"Total tests: 1\b"));
    }

    private static async Task<string> KitAsync(string folder, params string[] args)
    {
        var (exitCode, output) = await PackedTool.RunAsync(folder, PackedTool.Command, args);
        Assert.That(exitCode, Is.Zero, output);
        return output;
    }

    // The sheet's own, which varies in nothing but the lines' order.
    private static string SampleOutput(string folder, string id)
    {
        var sheet = File.ReadAllText(Path.Combine(folder, "exercises", id, "README.md"));
        return Regex.Match(sheet, @"## Sample output.*?```\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
    }

    private static string[] LinesOf(string text) => text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
