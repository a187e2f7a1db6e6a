namespace ExerciseKit.Host.Shims;

/// <summary>The names of a run's files: the same on every system, so that a result is.</summary>
internal static class FileName
{
    /// <summary>The name by which a run knows the file at a path that the student's code gives.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public static string Of(string? path) => Of(path, Path.DirectorySeparatorChar);

    /// <summary>As <see cref="Of(string?)"/>, where folders are separated so; elsewhere a backslash is a character like any other.</summary>
    public static string Of(string? path, char separator)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return path.Replace(separator, '/');
    }
}
