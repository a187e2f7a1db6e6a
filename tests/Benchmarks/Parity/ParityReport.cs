using ExerciseKit.Tests.Semantics;
using ExerciseKit.Tests.Semantics.Parity;

namespace ExerciseKit.Benchmarks.Parity;

/// <summary>What the primitives mean, three ways: by hand, in a grading, and in CPython, really run.</summary>
internal static class ParityReport
{
    /// <summary>Writes a row for each measured meaning.</summary>
    /// <returns>Whether there is a Python 3 to compare with, and nothing differs from it without saying so.</returns>
    public static async Task<bool> RunAsync(TextWriter output, CancellationToken cancellation)
    {
        if (await ParityPrograms.PythonVersionAsync(cancellation) is not { } version)
        {
            await Console.Error.WriteLineAsync("There is no python3 on the PATH to compare with. Install Python 3 and run this again.");
            return false;
        }

        var live = new LiveDriver();
        await using var graded = new StepwiseDriver();
        var rows = new List<ParityRow>();
        var table = new MarkdownTable(output, "meaning", "kit, by hand", "kit, graded", version, "");
        foreach (var name in ParityPrograms.Names)
        {
            var measured = await ParityPrograms.MeasureAsync(name, live, graded, cancellation);
            rows.AddRange(measured);
            foreach (var row in measured)
                table.Row($"{name.Split('-')[0]}: {row.Label}", row.Live, string.Join(" or ", row.Graded), row.Python, row.Verdict);
        }

        var undocumented = rows.Count(r => !r.IsSame && r.Documented is null);
        await output.WriteLineAsync();
        await output.WriteLineAsync($"{rows.Count} meanings: {rows.Count(r => r.IsSame)} the same, {rows.Count(r => !r.IsSame && r.Documented is not null)} differ and say so, {undocumented} differ, undocumented.");
        return undocumented == 0;
    }
}
