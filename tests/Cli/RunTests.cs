using System.Diagnostics;

namespace ExerciseKit.Tests.Cli;

public sealed class RunTests
{
    [Test, CancelAfter(120_000)]
    public async Task A_program_s_output_and_exit_code_come_through()
    {
        using var kit = SmallKit.WithTwoExercises();

        var run = await KitProcess.RunAsync(kit.Root, "run", "01");

        Assert.That(run.Output, Does.Contain("up"), run.Error);
        Assert.That(run.ExitCode, Is.EqualTo(7));
    }

    [TestCase("TERM", Category = "Slow")]
    [TestCase("INT", Category = "Slow")]
    [CancelAfter(120_000), NeedsLinux]
    public async Task A_signal_ends_kit_and_the_program_that_it_runs(string signal, CancellationToken cancellation)
    {
        using var kit = SmallKit.WithTwoExercises();
        using var process = KitProcess.Start(kit.Root, new() { ["SMALL_KIT_WAITS"] = "1" }, "run", "01");
        while (await process.StandardOutput.ReadLineAsync(cancellation) is { } line && line != "up")
        {
            // What the build says comes first.
        }

        using (var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]))
            await kill.WaitForExitAsync(cancellation);
        var run = await KitProcess.EndAsync(process);

        Assert.That(run.ExitCode, Is.EqualTo(130));
        Assert.That(run.Error, Does.Contain("Cancelled.").And.Not.Contain("   at "));
        Assert.That(ProcessesOf(kit), Is.Empty);
    }

    private static IEnumerable<string> ProcessesOf(SmallKit kit) =>
        Directory.GetDirectories("/proc")
            .Where(folder => int.TryParse(Path.GetFileName(folder), out _))
            .Select(CommandLine)
            .Where(line => line.Contains(kit.Root, StringComparison.Ordinal));

    private static string CommandLine(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline")).Replace('\0', ' ');
        }
        catch (IOException)
        {
            // It ended between the listing and the reading.
            return "";
        }
    }
}
