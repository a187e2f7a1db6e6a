using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports.Console;

/// <summary>What the program was kept from, in one line.</summary>
internal static class SandboxWords
{
    private static readonly string[] Sandboxes = ["bubblewrap", "landlock"];

    public static LocalizedText Of(SandboxReport sandbox) => sandbox.NotEnforced.FirstOrDefault(n => n.IsDemanded) switch
    {
        null => In([.. sandbox.Walls.Where(w => Sandboxes.Contains(w.Name)).Select(Words)]),
        { } first when sandbox.Kind == SandboxKind.None => Without(first.Why.Select(Plain.Line)),
        { } first => Partly([.. sandbox.NotEnforced.Where(n => n.IsDemanded).Select(n => n.Limit)], first.Why.Select(Plain.Line)),
    };

    private static LocalizedText In(IReadOnlyList<string> walls) => (
        $"The program ran in a sandbox ({string.Join(", ", walls)}).",
        $"程序在沙箱中运行（{string.Join("、", walls)}）。");

    private static LocalizedText Without(LocalizedText why) => ($"The program ran without a sandbox: {why.En}", $"程序没有在沙箱中运行：{why.Zh}");

    private static LocalizedText Partly(IReadOnlyList<string> limits, LocalizedText why) => (
        $"The program ran in a sandbox that does not enforce {string.Join(", ", limits)}: {why.En}",
        $"程序在沙箱中运行，但沙箱没有落实 {string.Join("、", limits)}：{why.Zh}");

    private static string Words(Wall wall) => wall.Version is { } version ? $"{wall.Name} {version}" : wall.Name;
}
