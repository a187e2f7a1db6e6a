using System.Globalization;
using ExerciseKit.Tests;
using ExerciseKit.Tests.Attacks;
using ExerciseKit.Tests.Grading.Reported;

namespace ExerciseKit.Benchmarks.Attacking;

/// <summary>What the grader itself takes when it grades every attack and every reported hand-in of the tests, a <c>kit grade</c> of its own each.</summary>
internal static class AttackBenchmark
{
    private const int MaxMegabytes = 512;
    private const int MaxResultBytes = 1 << 20;
    private const int Shown = 10;

    /// <summary>Writes a row for each of the largest.</summary>
    /// <returns>Whether each kept within the bounds.</returns>
    public static async Task<bool> RunAsync(TextWriter output, CancellationToken cancellation)
    {
        var measured = new List<GraderUse>();
        using (var kit = new AttackedKit())
        {
            foreach (var attack in Attack.All.Values)
            {
                using var surroundings = new Surroundings();
                measured.Add(await GraderUse.OfAsync(attack.Name, attack.Lay(surroundings), AttackedKit.ExerciseId, kit.Root(attack.IsPastTheList), cancellation));
            }
        }

        foreach (var reported in ReportedHandIn.Names.Select(ReportedHandIn.Read))
            measured.Add(await GraderUse.OfAsync(reported.Name, reported.Path, exercise: null, Repository.Root, cancellation));

        var largest = measured.MaxBy(m => m.KitMegabytes)!;
        var longest = measured.MaxBy(m => m.ResultBytes)!;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{measured.Count} hand-ins, {measured.Count - ReportedHandIn.Names.Count} of them attacks: kit took at most {largest.KitMegabytes} MB ({largest.Name}), its preparer {measured.Max(m => m.PreparerMegabytes)} MB; the largest result has {longest.ResultBytes:N0} bytes ({longest.Name}); {measured.Sum(m => m.Seconds):f0} s in all\n"));
        var table = new MarkdownTable(output, "hand-in", "exit", "kit, MB", "preparer, MB", "result, bytes", "seconds");
        foreach (var row in measured.OrderByDescending(m => m.KitMegabytes).Take(Shown).Union(measured.OrderByDescending(m => m.ResultBytes).Take(Shown / 2)))
            table.Row(row.Name, $"{row.ExitCode}", $"{row.KitMegabytes}", $"{row.PreparerMegabytes}", row.ResultBytes.ToString("N0", CultureInfo.InvariantCulture), row.Seconds.ToString("f1", CultureInfo.InvariantCulture));
        return measured.TrueForAll(m => m.KitMegabytes < MaxMegabytes && m.ResultBytes < MaxResultBytes && m.ExitCode is 0 or 1 or 2);
    }
}
