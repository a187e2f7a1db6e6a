using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ExerciseKit.Host.Confinement;

/// <summary>A ruleset of Linux's Landlock in the making: everything that its version can forbid is forbidden but what is allowed here.</summary>
/// <remarks>
/// <c>linux/landlock.h</c>. The numbers of its calls are the same on every processor that .NET runs on. What no version covers
/// (permissions, owners, times and attributes of files, watching folders) is refused by the <see cref="SystemCallFilter"/>.
/// </remarks>
[SupportedOSPlatform("linux")]
internal sealed class Landlock : IDisposable
{
    private const nint CreateRuleset = 444;
    private const nint AddRule = 445;
    private const nint RestrictSelf = 446;
    private const nint PathBeneath = 1;

    private readonly int abi;
    private readonly int ruleset;

    /// <summary>Begins a ruleset that allows nothing.</summary>
    /// <param name="abi">The version whose rights it governs, from 1 on; later rights stay as they are.</param>
    /// <exception cref="Win32Exception">This kernel does not let it.</exception>
    public Landlock(int abi)
    {
        this.abi = abi;
        var attributes = new RulesetAttributes { Files = Known((Right)~0UL), Network = abi >= 4 ? 0b11UL : 0, Scoped = abi >= 6 ? 0b11UL : 0 };
        ruleset = (int)Checked(syscall(CreateRuleset, in attributes, Marshal.SizeOf<RulesetAttributes>(), 0), $"Rules of Landlock for ABI {abi} could not be begun");
    }

    [Flags]
    private enum Right : ulong
    {
        Execute = 1 << 0,
        WriteFile = 1 << 1,
        ReadFile = 1 << 2,
        ReadFolder = 1 << 3,
        RemoveFolder = 1 << 4,
        RemoveFile = 1 << 5,
        MakeFolder = 1 << 7,
        MakeFile = 1 << 8,
        Truncate = 1 << 14,
    }

    /// <summary>Allows to read a file, or all that is in a folder. What is not there is nothing to allow.</summary>
    public void AllowReading(string path) => Allow(path, Right.ReadFile | Right.ReadFolder);

    /// <summary>Allows to run a program, and to read it.</summary>
    public void AllowRunning(string path) => Allow(path, Right.ReadFile | Right.Execute);

    /// <summary>Allows to read, make, write and remove files and folders in a folder.</summary>
    public void AllowWriting(string path) =>
        Allow(path, Right.ReadFile | Right.ReadFolder | Right.WriteFile | Right.Truncate | Right.MakeFile | Right.MakeFolder | Right.RemoveFile | Right.RemoveFolder);

    /// <summary>Allows to read a file of <c>/proc</c>, which the kernel makes anew when it has forgotten it: it is held open, in this process and in what it starts over as.</summary>
    public void AllowReadingForGood(string path) => Allow(Open(path, closes: false), path, Right.ReadFile);

    /// <summary>Confines the calling thread, whatever it starts, and the process as which it starts over: for good.</summary>
    /// <exception cref="Win32Exception">This kernel, or a container's profile, does not let it.</exception>
    public void Confine() => Checked(syscall(RestrictSelf, ruleset, 0), "This process could not be confined by Landlock");

    public void Dispose() => _ = close(ruleset);

    private static nint Checked(nint answer, string failure) =>
        answer >= 0 ? answer : throw new Win32Exception(Marshal.GetLastPInvokeError(), $"{failure}: {Marshal.GetLastPInvokeErrorMessage()}.");

    private static int Open(string path, bool closes)
    {
        const int PathOnly = 0x200000;
        const int CloseOnStart = 0x80000;
        return open(path, PathOnly | (closes ? CloseOnStart : 0));
    }

    // ABI 2 brought the right to move files between folders, 3 to cut them short, 5 to steer devices.
    private Right Known(Right rights) => rights & (Right)((1UL << (abi switch { 1 => 13, 2 => 14, < 5 => 15, _ => 16 })) - 1);

    private void Allow(string path, Right rights)
    {
        var file = Open(path, closes: true);
        if (file < 0)
            return;
        // The kernel refuses the rights of folders for a file.
        Allow(file, path, Directory.Exists(path) ? rights : rights & (Right.ReadFile | Right.Execute | Right.WriteFile | Right.Truncate));
        _ = close(file);
    }

    private void Allow(int file, string path, Right rights)
    {
        var beneath = new PathBeneathAttributes { Allowed = Known(rights), Parent = file };
        Checked(syscall(AddRule, ruleset, PathBeneath, in beneath, 0), $"A rule of Landlock for {path} could not be made");
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint syscall(nint number, in RulesetAttributes attributes, nint bytes, nint flags);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint syscall(nint number, nint ruleset, nint kind, in PathBeneathAttributes rule, nint flags);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint syscall(nint number, nint ruleset, nint flags);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int close(int file);

    /// <summary>struct landlock_ruleset_attr; an older kernel takes it while what it does not know is zero.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct RulesetAttributes
    {
        public Right Files;
        public ulong Network;
        public ulong Scoped;
    }

    /// <summary>struct landlock_path_beneath_attr.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct PathBeneathAttributes
    {
        public Right Allowed;
        public int Parent;
    }
}
