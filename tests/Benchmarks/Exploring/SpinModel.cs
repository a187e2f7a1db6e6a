using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using ExerciseKit.Tests;

namespace ExerciseKit.Benchmarks.Exploring;

/// <summary>A model of a program for SPIN: its verifier is made and compiled with -O2, and run on one core.</summary>
/// <remarks>A state of SPIN's holds the variables and each process's place; one of ours holds the objects, each process's whole history, and what the observers have seen.</remarks>
internal sealed partial class SpinModel(string name)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Benchmarks", "Exploring", "Models");

    /// <summary>Whether SPIN and a C compiler are there.</summary>
    public static bool CanRun => Runs("spin", "-V") && Runs("gcc", "--version");

    /// <summary>Goes through all states.</summary>
    /// <param name="reduces">Whether with SPIN's partial-order reduction.</param>
    /// <param name="definitions">What the model is made with, such as <c>N=5</c>.</param>
    public SpinRun Run(bool reduces, params string[] definitions)
    {
        using var folder = new TemporaryFolder();
        string[] defined = [.. definitions.Select(d => $"-D{d}")];
        Output("spin", folder.Path, ["-a", .. defined, Path.Combine(Folder, name)]);
        Output("gcc", folder.Path, ["-O2", "-w", "-DSAFETY", "-DMEMLIM=4096", .. reduces ? (string[])[] : ["-DNOREDUCE"], "-o", "pan", "pan.c"]);
        var began = Stopwatch.GetTimestamp();
        var said = Output(Path.Combine(folder.Path, "pan"), folder.Path, ["-m1000000", "-w24"]);
        return new SpinRun(
            long.Parse(States().Match(said).Groups[1].Value, CultureInfo.InvariantCulture),
            int.Parse(Bytes().Match(said).Groups[1].Value, CultureInfo.InvariantCulture),
            Stopwatch.GetElapsedTime(began),
            said.Contains("errors: 0", StringComparison.Ordinal));
    }

    private static bool Runs(string command, string argument)
    {
        try
        {
            Output(command, Path.GetTempPath(), [argument]);
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // It is not there.
        }
    }

    private static string Output(string command, string folder, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} ended with {process.ExitCode}: {said}");
    }

    [GeneratedRegex(@"(\d+) states, stored")]
    private static partial Regex States();

    [GeneratedRegex(@"State-vector (\d+) byte")]
    private static partial Regex Bytes();
}

/// <summary>What SPIN came to.</summary>
/// <param name="States">The states that it stored.</param>
/// <param name="BytesOfState">What one of them takes before compression.</param>
/// <param name="Elapsed">What the verifier took as a whole process.</param>
/// <param name="IsRight">Whether it found no error.</param>
internal sealed record SpinRun(long States, int BytesOfState, TimeSpan Elapsed, bool IsRight);
