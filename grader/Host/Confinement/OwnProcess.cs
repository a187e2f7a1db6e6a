using System.ComponentModel;
using System.Runtime.InteropServices;
using ExerciseKit.Contract.Hosts;

namespace ExerciseKit.Host.Confinement;

/// <summary>What this process gives up before it runs anybody's code.</summary>
/// <remarks>The system's own interface, since .NET has none for it. What a process gave up it can't take back.</remarks>
internal static class OwnProcess
{
    private const int SetDumpable = 4;

    /// <summary>Keeps other processes of this user from reading this one's memory, or steering it.</summary>
    public static void HideFromOthers()
    {
        if (OperatingSystem.IsLinux() && prctl(SetDumpable, 0, 0, 0, 0) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError(), "The process could not be hidden from others (PR_SET_DUMPABLE).");
    }

    /// <summary>Bounds what the system gives to this process.</summary>
    public static void Bound(HostLimits limits)
    {
        if (OperatingSystem.IsWindows())
            return;
        Bound(Resource.FileSize, limits.MaxFileBytes);
        Bound(OperatingSystem.IsLinux() ? Resource.OpenFiles : Resource.OpenFilesOnMacOS, limits.MaxOpenFiles);
        Bound(Resource.CoreFile, 0);
    }

    private static void Bound(Resource resource, long most)
    {
        if (getrlimit((int)resource, out var before) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError(), $"The limit on {resource} could not be read.");
        var bound = Math.Min((ulong)most, before.Hard);
        var limit = new ResourceLimit { Soft = bound, Hard = bound };
        if (setrlimit((int)resource, in limit) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError(), $"The limit on {resource} could not be set to {bound}.");
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int prctl(int option, nuint first, nuint second, nuint third, nuint fourth);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int getrlimit(int resource, out ResourceLimit limit);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int setrlimit(int resource, in ResourceLimit limit);

    /// <summary>The system's numbers: the same on Linux and macOS but for one.</summary>
    private enum Resource
    {
        FileSize = 1,
        CoreFile = 4,
        OpenFiles = 7,
        OpenFilesOnMacOS = 8,
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct ResourceLimit
    {
        public ulong Soft;
        public ulong Hard;
    }
}
