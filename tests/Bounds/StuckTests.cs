using System.Diagnostics;
using System.Globalization;
using ExerciseKit.Tests.Cli;

namespace ExerciseKit.Tests.Bounds;

/// <summary>What becomes of tests that never end; they stand in a program of their own, under <c>tests/Stuck</c>, where a test's time is short.</summary>
public sealed class StuckTests
{
    [TestCase("IgnoresItsToken", "ExerciseKit.Stuck.IgnoresItsToken.Test is stuck", Category = "Slow")]
    [TestCase("Blocks", "ExerciseKit.Stuck.Blocks.Test is stuck", "  ExerciseKit.Stuck.Blocks.Test")]
    [TestCase("BlocksInSetUp", "ExerciseKit.Stuck.BlocksInSetUp.Test is stuck", "  ExerciseKit.Stuck.BlocksInSetUp.SetUp")]
    [TestCase("BlocksInTearDown", "ExerciseKit.Stuck.BlocksInTearDown.Test is stuck", "  ExerciseKit.Stuck.BlocksInTearDown.TearDown", Category = "Slow")]
    [TestCase("BlocksInOneTimeSetUp", "The run is stuck between its tests", "  ExerciseKit.Stuck.BlocksInOneTimeSetUp.SetUp")]
    [TestCase("TakesTheThreadPool", "ExerciseKit.Stuck.TakesTheThreadPool.Test is stuck", Category = "Slow")]
    [CancelAfter(120_000), Platform("Linux")]
    public async Task A_test_that_is_stuck_ends_the_process_with_its_name_and_place(string fixture, params string[] told)
    {
        var (exitCode, error) = await RunAsync(fixture);

        Assert.That(exitCode, Is.Not.Zero);
        foreach (var part in told)
            Assert.That(error, Does.Contain(part));
    }

    [Test, CancelAfter(120_000), Platform("Linux")]
    public async Task What_a_stuck_test_has_started_ends_with_it(CancellationToken cancellation)
    {
        var (_, error) = await RunAsync("WaitsForAProcess");

        var started = error.Split('\n').Single(line => line.EndsWith(": sleep 1000", StringComparison.Ordinal)).Trim().Split(':')[0];
        // Until the system has taken note of its end.
        while (ProcessTree.CommandLine(int.Parse(started, CultureInfo.InvariantCulture)).Length > 0)
            await Task.Delay(10, cancellation);
    }

    [TestCase("HeedsItsToken"), TestCase("Ends")]
    [CancelAfter(120_000)]
    public async Task A_test_that_ends_ends_no_process(string fixture)
    {
        var (exitCode, error) = await RunAsync(fixture);

        Assert.That((exitCode, error), Is.EqualTo((0, "")));
    }

    private static async Task<(int ExitCode, string Error)> RunAsync(string fixture)
    {
        var cancellation = TestContext.CurrentContext.CancellationToken;
        var program = Path.Combine(TestContext.CurrentContext.TestDirectory, "ExerciseKit.Stuck.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, fixture]) { RedirectStandardError = true })!;
        try
        {
            var error = await process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, error);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
