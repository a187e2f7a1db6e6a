namespace ExerciseKit.Cli.Texts;

/// <summary>Paths as code hosts name them: from the working directory on, which is the repository there, with forward slashes.</summary>
internal static class PathInRepository
{
    /// <summary>The path; null stays null.</summary>
    public static string? Of(string? path) => path is null ? null : Path.GetRelativePath(Environment.CurrentDirectory, path).Replace('\\', '/');
}
