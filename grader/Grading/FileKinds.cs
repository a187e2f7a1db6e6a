using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace ExerciseKit.Grading;

/// <summary>What a path leads to, links followed.</summary>
internal enum FileKind
{
    Nothing,
    File,
    Folder,

    /// <summary>A device that takes one character after another, such as <c>/dev/null</c> or a terminal.</summary>
    Device,

    /// <summary>A pipe, a socket, a disk.</summary>
    Other,
}

/// <summary>Tells files from devices, which the framework does not.</summary>
internal static class FileKinds
{
    private const int CurrentFolder = -100;
    private const uint TypeAndMode = 3;
    private const int StatBytes = 256;
    private const int ModeAt = 28;

    private const int TypeMask = 0xF000;
    private const int RegularFile = 0x8000;
    private const int CharacterDevice = 0x2000;

    /// <summary>The kind.</summary>
    public static FileKind Of(string path)
    {
        if (Directory.Exists(path))
            return FileKind.Folder;
        if (!File.Exists(path))
            return FileKind.Nothing;
        if (!OperatingSystem.IsLinux())
            return path.StartsWith("/dev/", StringComparison.Ordinal) ? FileKind.Device : FileKind.File;
        var stat = new byte[StatBytes];
        if (Stat(CurrentFolder, Encoding.UTF8.GetBytes(path + '\0'), 0, TypeAndMode, stat) != 0)
            return FileKind.File;
        return (BinaryPrimitives.ReadUInt16LittleEndian(stat.AsSpan(ModeAt)) & TypeMask) switch
        {
            RegularFile => FileKind.File,
            CharacterDevice => FileKind.Device,
            _ => FileKind.Other,
        };
    }

    // The kernel's own structure, the same on all of its machines (statx(2)).
    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Stat(int folder, byte[] path, int flags, uint mask, byte[] stat);
}
