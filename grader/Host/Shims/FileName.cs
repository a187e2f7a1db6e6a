using System.Text;

namespace ExerciseKit.Host.Shims;

/// <summary>The names of a run's files: the same on every system, so that a result is.</summary>
internal static class FileName
{
    /// <summary>What Linux's file systems take, in bytes: a part of a path between two slashes, and the whole of it.</summary>
    private const int MaxPartBytes = 255;
    private const int MaxPathBytes = 4095;

    /// <summary>The name by which a run knows the file at a path that the student's code gives.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    /// <exception cref="PathTooLongException">No file system takes a name of that length.</exception>
    public static string Of(string? path) => Of(path, Path.DirectorySeparatorChar);

    /// <summary>As <see cref="Of(string?)"/>, where folders are separated so; elsewhere a backslash is a character like any other.</summary>
    public static string Of(string? path, char separator)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var name = path.Replace(separator, '/');
        if (Encoding.UTF8.GetByteCount(name) > MaxPathBytes || name.Split('/').Any(part => Encoding.UTF8.GetByteCount(part) > MaxPartBytes))
            throw new PathTooLongException($"The path '{name[..Math.Min(name.Length, 60)]}…' is too long, or a component of the specified path is too long.");
        return name;
    }
}
