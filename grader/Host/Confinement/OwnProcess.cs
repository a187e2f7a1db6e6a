using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using ExerciseKit.Contract.Hosts;

namespace ExerciseKit.Host.Confinement;

/// <summary>What this process gives up before it runs anybody's code.</summary>
/// <remarks>The system's own interface, since .NET has none for it. What a process gave up it can't take back.</remarks>
internal static class OwnProcess
{
    private const int SetParentDeathSignal = 1;
    private const int SetDumpable = 4;
    private const int SetNoNewPrivileges = 38;

    /// <summary>CAP_DAC_READ_SEARCH: root may read what is not its own, as it does where a grader that runs as root reads another user's runtime.</summary>
    private const uint ReadEverything = 1 << 2;

    /// <summary>Keeps other processes of this user from reading this one's memory, or steering it.</summary>
    public static void HideFromOthers()
    {
        if (OperatingSystem.IsLinux() && prctl(SetDumpable, 0, 0, 0, 0) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError(), "The process could not be hidden from others (PR_SET_DUMPABLE).");
    }

    /// <summary>Ends this process with the thread that has started it: a grader that is killed leaves nobody behind who computes on.</summary>
    /// <param name="parent">The id of the process that has started it.</param>
    /// <returns>False where that has ended before.</returns>
    public static bool EndWith(int parent)
    {
        const nuint Kill = 9;
        if (!OperatingSystem.IsLinux())
            return true;
        if (prctl(SetParentDeathSignal, Kill, 0, 0, 0) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError(), "The process could not be tied to its parent (PR_SET_PDEATHSIG).");
        return getppid() == parent;
    }

    /// <summary>Keeps root's powers from this thread and what it starts, but for reading: Landlock says what.</summary>
    /// <remarks>Landlock itself asks that nobody can gain privileges by starting a program.</remarks>
    [SupportedOSPlatform("linux")]
    public static void GiveUpPrivileges()
    {
        const uint Version = 0x20080522;
        if (prctl(SetNoNewPrivileges, 1, 0, 0, 0) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError(), "New privileges could not be ruled out (PR_SET_NO_NEW_PRIVS).");
        var self = new CapabilityHeader { Version = Version };
        var has = default(Capabilities);
        if (capget(ref self, ref has) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError(), "The capabilities of the process could not be read.");
        var kept = new Capabilities { Effective = has.Permitted & ReadEverything, Permitted = has.Permitted & ReadEverything };
        if (capset(ref self, ref kept) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError(), "The capabilities of the process could not be given up.");
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

    [UnsupportedOSPlatform("windows")]
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
    [SupportedOSPlatform("linux")]
    private static extern int prctl(int option, nuint first, nuint second, nuint third, nuint fourth);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SupportedOSPlatform("linux")]
    private static extern int getppid();

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SupportedOSPlatform("linux")]
    private static extern int capget(ref CapabilityHeader of, ref Capabilities has);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SupportedOSPlatform("linux")]
    private static extern int capset(ref CapabilityHeader of, ref Capabilities kept);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [UnsupportedOSPlatform("windows")]
    private static extern int getrlimit(int resource, out ResourceLimit limit);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [UnsupportedOSPlatform("windows")]
    private static extern int setrlimit(int resource, in ResourceLimit limit);

    /// <summary>The system's numbers: the same on Linux and macOS but for one.</summary>
    private enum Resource
    {
        FileSize = 1,
        CoreFile = 4,
        OpenFiles = 7,
        OpenFilesOnMacOS = 8,
    }

    /// <summary>struct __user_cap_header_struct.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct CapabilityHeader
    {
        public uint Version;
        public int Process;
    }

    /// <summary>Two of struct __user_cap_data_struct: the lower and the higher half of each set.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Capabilities
    {
        public uint Effective;
        public uint Permitted;
        public uint Inheritable;
        public uint HigherEffective;
        public uint HigherPermitted;
        public uint HigherInheritable;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct ResourceLimit
    {
        public ulong Soft;
        public ulong Hard;
    }
}
