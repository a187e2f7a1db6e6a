using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using ExerciseKit.Benchmarks.Rerunning;

namespace ExerciseKit.Benchmarks.Peers;

/// <summary>The live driver's primitives beside those of Python's multiprocessing, run in turn on the same machine.</summary>
internal static class PeerBenchmark
{
    /// <summary>How often each program is run; the medians count.</summary>
    private const int Rounds = 5;

    /// <summary>How Python makes processes: a copy of the parent, or a fresh interpreter, which is what the kit's hosts are.</summary>
    private static readonly string[] StartMethods = ["fork", "spawn"];

    /// <summary>Writes a row a measure.</summary>
    /// <returns>Whether there is a Python 3 to compare with.</returns>
    public static async Task<bool> RunAsync(TextWriter output, CancellationToken cancellation)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Peers", "Programs");
        using var program = new ColdProgram(await File.ReadAllTextAsync(Path.Combine(folder, "Primitives.cs"), cancellation));
        var ours = new Figures();
        var theirs = StartMethods.ToDictionary(m => m, _ => new Figures());
        for (var round = 0; round < Rounds; round++)
        {
            var run = await program.RunAsync([], cancellation);
            if (run.Errors.Length > 0)
                throw new InvalidOperationException($"The kit's program said: {run.Errors}");
            ours.Add(run.Output);
            foreach (var method in StartMethods)
            {
                if (await PythonAsync(Path.Combine(folder, "primitives.py"), method, cancellation) is not { } printed)
                    return false;
                theirs[method].Add(printed);
            }
        }

        var table = new MarkdownTable(output, "one", "unit", "kit", "Python, fork", "Python, spawn", "kit / Python, spawn");
        foreach (var (what, unit) in ours.Measures)
        {
            var (kit, fork, spawn) = (ours.Median(what), theirs["fork"].Median(what), theirs["spawn"].Median(what));
            table.Row(what, unit, $"{kit:F1}", $"{fork:F1}", $"{spawn:F1}", $"{kit / spawn:F2}");
        }

        await output.WriteLineAsync();
        await output.WriteLineAsync($"A deadlock of two processes: told, and both ended, {await DeadlockAsync(folder, cancellation):F0} ms after the second began to wait. Python's wait for ever.");
        return true;
    }

    /// <summary>Milliseconds from the wait that closes the circle to the end of the program.</summary>
    private static async Task<double> DeadlockAsync(string folder, CancellationToken cancellation)
    {
        using var program = new ColdProgram(await File.ReadAllTextAsync(Path.Combine(folder, "Deadlock.cs"), cancellation));
        var took = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var run = await program.RunAsync([], cancellation);
            var ended = DateTime.UtcNow;
            if (!run.Errors.StartsWith("Deadlock: no process can go on.", StringComparison.Ordinal))
                throw new InvalidOperationException($"The deadlock was not told; the program said: {run.Errors}");
            took.Add((ended - new DateTime(long.Parse(run.Output, CultureInfo.InvariantCulture), DateTimeKind.Utc)).TotalMilliseconds);
        }

        return took.Order().ElementAt(Rounds / 2);
    }

    private static async Task<string?> PythonAsync(string script, string method, CancellationToken cancellation)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("python3", [script, method]) { RedirectStandardOutput = true })!;
            var printed = await process.StandardOutput.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == 0 ? printed : throw new InvalidOperationException($"{script} ended with exit code {process.ExitCode}.");
        }
        catch (Win32Exception)
        {
            await Console.Error.WriteLineAsync("There is no python3 on the PATH to compare with. Install Python 3 and run this again.");
            return null;
        }
    }

    /// <summary>What the runs of one program printed.</summary>
    private sealed class Figures
    {
        private readonly Dictionary<string, List<double>> values = [];
        private readonly List<(string What, string Unit)> measures = [];

        public IReadOnlyList<(string What, string Unit)> Measures => measures;

        public void Add(string printed)
        {
            foreach (var line in printed.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.Split('\t') is not [var what, var unit, var value])
                    throw new FormatException($"'{line}' is no measure.");
                if (!values.TryGetValue(what, out var known))
                {
                    known = values[what] = [];
                    measures.Add((what, unit));
                }

                known.Add(double.Parse(value, CultureInfo.InvariantCulture));
            }
        }

        public double Median(string what) => values[what].Order().ElementAt(values[what].Count / 2);
    }
}
