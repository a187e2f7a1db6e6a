using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports.Console;

/// <summary>What the program was kept from, in one line.</summary>
internal static class SandboxWords
{
    private static readonly string[] Sandboxes = ["bubblewrap", "landlock"];

    public static string Of(SandboxReport sandbox) => sandbox.NotEnforced.FirstOrDefault(n => n.IsDemanded) switch
    {
        null => $"The program ran in a sandbox ({string.Join(", ", sandbox.Walls.Where(w => Sandboxes.Contains(w.Name)).Select(Words))}).",
        { } first when sandbox.Kind == SandboxKind.None => $"The program ran without a sandbox: {Plain.Line(first.Why)}",
        { } first => $"The program ran in a sandbox that does not enforce {string.Join(", ", sandbox.NotEnforced.Where(n => n.IsDemanded).Select(n => n.Limit))}: {Plain.Line(first.Why)}",
    };

    private static string Words(Wall wall) => wall.Version is { } version ? $"{wall.Name} {version}" : wall.Name;
}
