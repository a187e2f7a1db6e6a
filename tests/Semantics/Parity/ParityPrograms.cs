using System.ComponentModel;
using System.Diagnostics;

namespace ExerciseKit.Tests.Semantics.Parity;

/// <summary>The scenes that have a script beside them which does the same in Python; both print a label and its outcome, a line each.</summary>
/// <remarks>A scene whose name begins with <c>hangs-</c> prints nothing: whether it comes to its end is the outcome.</remarks>
internal static class ParityPrograms
{
    private const string Hanging = "hangs-";
    private const string Difference = "// differs: ";
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Semantics", "Parity", "Programs");

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.cs").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!;

    /// <summary>What Python calls its version; null where there is none.</summary>
    public static async Task<string?> PythonVersionAsync(CancellationToken cancellation)
    {
        try
        {
            return (await PythonAsync(["--version"], cancellation)).Trim();
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Runs a scene by hand, through all its schedules, and its script.</summary>
    public static async Task<IReadOnlyList<ParityRow>> MeasureAsync(string name, ISceneDriver live, ISceneDriver graded, CancellationToken cancellation)
    {
        var scene = await File.ReadAllTextAsync(Path.Combine(Folder, name + ".cs"), cancellation);
        var differences = scene.Split('\n').Where(l => l.StartsWith(Difference, StringComparison.Ordinal))
            .Select(l => l[Difference.Length..].Split(": ", 2)).ToDictionary(d => d[0], d => d[1].TrimEnd());
        var (byHand, searched) = (await OutcomesAsync(name, scene, live, cancellation), await OutcomesAsync(name, scene, graded, cancellation));
        var python = Parsed(await PythonAsync(["-B", Path.Combine(Folder, name + ".py")], cancellation));
        return [.. python.Select(o => o.Label).Concat(byHand.Concat(searched).Select(o => o.Label)).Distinct().Select(label => new ParityRow(
            label,
            string.Join(" or ", Of(byHand, label)),
            Of(searched, label),
            string.Join(" or ", Of(python, label)),
            differences.GetValueOrDefault(label)))];
    }

    private static async Task<IReadOnlyList<(string Label, string Outcome)>> OutcomesAsync(string name, string scene, ISceneDriver driver, CancellationToken cancellation)
    {
        var ends = await driver.RunAsync(scene, cancellation);
        return name.StartsWith(Hanging, StringComparison.Ordinal)
            ? [.. ends.Select(e => (name[Hanging.Length..].Replace('-', ' '), e.Errors.Contains("Deadlock: ", StringComparison.Ordinal) ? "hangs" : "goes on"))]
            : [.. ends.SelectMany(e => Parsed(e.Output))];
    }

    private static List<(string Label, string Outcome)> Parsed(string printed) =>
        [.. printed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.Split(": ", 2)).Where(l => l.Length == 2).Select(l => (l[0], l[1]))];

    private static string[] Of(IEnumerable<(string Label, string Outcome)> outcomes, string label) =>
        [.. outcomes.Where(o => o.Label == label).Select(o => o.Outcome).Distinct().Order(StringComparer.Ordinal)];

    private static async Task<string> PythonAsync(IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        // What a child's exception prints is no outcome; a full pipe would hold its writer up.
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var printed = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0 ? printed : throw new InvalidOperationException($"python3 {string.Join(' ', arguments)} ended with exit code {process.ExitCode}: {await errors}");
    }
}
