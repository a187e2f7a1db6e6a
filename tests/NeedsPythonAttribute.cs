namespace ExerciseKit.Tests;

/// <summary>Holds what is compared with CPython; left out where there is none.</summary>
public sealed class NeedsPythonAttribute : NeedsAttribute
{
    protected override string? Lack { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "python3")))
            ? null
            : "There is no python3 on the PATH to compare with: install Python 3.";
}
