using System.Diagnostics;
using ExerciseKit.Contract.Hosts;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Hosting.Processes;

namespace ExerciseKit.Authoring.Verification;

/// <summary>Runs a compiled program with real processes and the real clock, in a folder of its own.</summary>
internal static class LiveProcess
{
    /// <summary>Beyond what it should take, before it counts as stuck and is killed.</summary>
    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(2);

    /// <summary>Runs it to its end.</summary>
    /// <param name="assembly">The program as it was compiled, not rewritten.</param>
    /// <param name="entryType">The full name of the class that holds the entry.</param>
    /// <param name="live">What is called, with what.</param>
    /// <param name="folder">Where the scenario's files are put, and the program works.</param>
    /// <returns>Its exit code, what it wrote on standard error, and how long it took; no exit code where it had to be killed.</returns>
    public static async Task<(int? ExitCode, string Errors, TimeSpan Took)> RunAsync(string assembly, string entryType, LiveRun live, string folder, CancellationToken cancellation)
    {
        foreach (var (path, content) in live.Scenario.Files)
            await File.WriteAllTextAsync(Path.Combine(folder, path), content, cancellation).ConfigureAwait(false);
        var began = Stopwatch.GetTimestamp();
        using var process = Start(assembly, entryType, live.Scenario, folder);
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(live.Sleeps + Guard);
        try
        {
            await process.StandardInput.WriteAsync(live.Scenario.Arguments.Json.AsMemory(), bound.Token).ConfigureAwait(false);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(bound.Token);
            var errors = await process.StandardError.ReadToEndAsync(bound.Token).ConfigureAwait(false);
            await output.ConfigureAwait(false);
            await process.WaitForExitAsync(bound.Token).ConfigureAwait(false);
            return (process.ExitCode, errors, Stopwatch.GetElapsedTime(began));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, "", Stopwatch.GetElapsedTime(began));
        }
        finally
        {
            // Its children hold on to it: their leash ends with it.
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(string assembly, string entryType, Scenario scenario, string folder)
    {
        var start = new ProcessStartInfo(DotnetMuxer.Path)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[HostLocation.Find(), "--program", assembly, entryType, scenario.Entry])
            start.ArgumentList.Add(argument);
        HostEnvironment.Apply(start.Environment);
#pragma warning disable RS0030 // The one place that starts a solution in real time; it is killed when its bound is over.
        return Process.Start(start)!;
#pragma warning restore RS0030
    }
}
