using System.Text;

namespace ExerciseKit.Contract.Wire;

/// <summary>Where Unix domain sockets are made: in the temporary folder, or where its path is too long for a socket's name, in <c>/tmp</c>.</summary>
/// <remarks>The system keeps a socket's whole path in a field of 108 bytes, 104 on macOS, whatever else a path may have.</remarks>
public static class SocketFolder
{
    /// <summary>The longest prefix of a folder's name.</summary>
    public const int MaxPrefixLength = 12;

    /// <summary>The longest name of a socket in such a folder.</summary>
    public const int MaxNameLength = 12;

    /// <summary>The field of macOS, the shortest, without the closing zero.</summary>
    internal const int MaxPathBytes = 103;

    private const int RandomLength = 6;
    private const int Separators = 2;

    /// <summary>The longest path, in bytes, of a temporary folder that sockets can be made in.</summary>
    public const int MaxRootBytes = MaxPathBytes - MaxPrefixLength - RandomLength - MaxNameLength - Separators;

    private const string Short = "/tmp";

    /// <summary>The folder in which <see cref="Create"/> makes folders.</summary>
    public static string Root => RootFor(Path.GetTempPath());

    /// <summary>Whether the temporary folder is too long.</summary>
    public static bool IsElsewhere => !Fits(Path.GetTempPath());

    /// <summary>Makes a new folder, for this user alone.</summary>
    /// <param name="prefix">How its name begins, in at most <see cref="MaxPrefixLength"/> characters; a socket's may have <see cref="MaxNameLength"/>.</param>
    /// <exception cref="IOException">There is no room, the folder is not there, or its path is too long and there is no other.</exception>
    /// <exception cref="UnauthorizedAccessException">Nobody may write there.</exception>
    public static DirectoryInfo Create(string prefix)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(prefix?.Length ?? 0, MaxPrefixLength);
        if (!IsElsewhere)
            return Directory.CreateTempSubdirectory(prefix);
        if (OperatingSystem.IsWindows())
            throw new PathTooLongException($"The path of the temporary folder has {Encoding.UTF8.GetByteCount(Path.GetTempPath())} bytes, and no socket can be made under one of more than {MaxRootBytes}. Name a shorter one in TEMP.");
        // Others may write there too: nobody can guess the name, and nobody but this user can enter.
        return Directory.CreateDirectory(Path.Combine(Short, prefix + Path.GetRandomFileName()), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    internal static string RootFor(string temporary) => Fits(temporary) || OperatingSystem.IsWindows() ? temporary : Short;

    private static bool Fits(string temporary) => Encoding.UTF8.GetByteCount(Path.TrimEndingDirectorySeparator(Path.GetFullPath(temporary))) <= MaxRootBytes;
}
