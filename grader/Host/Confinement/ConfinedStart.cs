using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using ExerciseKit.Contract.Hosts;

namespace ExerciseKit.Host.Confinement;

/// <summary>Confines this process by Landlock, and starts it over.</summary>
/// <remarks>
/// Landlock holds for the thread that asks for it and for what that thread starts. The runtime has other threads by the time
/// that any of the kit's code runs, and what one of them may do, a student's code could do in its place. Who starts over is
/// the one thread that is left of the process, under the same id, and all threads after that are born confined.
/// (Nobody else can do it for a host: the runtime does not start without <c>/proc/self/maps</c>, which has a name only once
/// its process is there, and which is another's, too, where all of <c>/proc</c> is allowed.)
/// </remarks>
[SupportedOSPlatform("linux")]
internal static class ConfinedStart
{
    /// <summary>Does not come back.</summary>
    /// <param name="abi">The version of Landlock whose rights are given up.</param>
    /// <param name="programs">The folder of the hand-in's programs.</param>
    /// <param name="writable">The only folder to write; empty for none.</param>
    /// <param name="arguments">What to start over as.</param>
    /// <exception cref="Win32Exception">The system does not let it.</exception>
    public static void StartOver(string abi, string programs, string writable, string[] arguments)
    {
        var runtime = Environment.ProcessPath!;
        using (var rules = new Landlock(int.Parse(abi, CultureInfo.InvariantCulture)))
        {
            Allow(rules, runtime);
            rules.AllowReading(programs);
            if (writable.Length > 0)
                rules.AllowWriting(writable);
            OwnProcess.GiveUpPrivileges();
            rules.Confine();
        }

        string?[] command = [runtime, "exec", typeof(ConfinedStart).Assembly.Location, .. arguments, null];
        _ = execv(runtime, command);
        throw new Win32Exception(Marshal.GetLastPInvokeError(), $"{runtime} could not be started over: {Marshal.GetLastPInvokeErrorMessage()}.");
    }

    private static void Allow(Landlock rules, string runtime)
    {
        var folder = Path.GetDirectoryName(runtime)!;
        rules.AllowRunning(runtime);
        foreach (var part in HostFiles.RuntimeParts)
            rules.AllowReading(Path.Combine(folder, part));
        // Where the runtime's folder is made of links, its own code lies elsewhere than beside the program.
        rules.AllowReading(RuntimeEnvironment.GetRuntimeDirectory());
        rules.AllowReading(AppContext.BaseDirectory);
        foreach (var device in HostFiles.Devices)
            rules.AllowReading(device);
        foreach (var libraries in HostFiles.Libraries)
            rules.AllowReading(libraries);
        foreach (var libraries in (Environment.GetEnvironmentVariable("LD_LIBRARY_PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries))
            rules.AllowReading(libraries);
        rules.AllowReading("/etc/ld.so.cache");
        AllowMapped(rules);
        rules.AllowReadingForGood("/proc/self/maps");
    }

    /// <summary>What this process has loaded, it will load again, wherever a system keeps it; the loader is a program.</summary>
    private static void AllowMapped(Landlock rules)
    {
        var last = "";
        foreach (var line in File.ReadAllLines("/proc/self/maps"))
        {
            var path = line.IndexOf('/', StringComparison.Ordinal) is var start and >= 0 ? line[start..] : "";
            if (path == last || !path.Contains(".so", StringComparison.Ordinal) || !File.Exists(path))
                continue;
            last = path;
            if (Path.GetFileName(path).StartsWith("ld-", StringComparison.Ordinal))
                rules.AllowRunning(path);
            else
                rules.AllowReading(path);
        }
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int execv([MarshalAs(UnmanagedType.LPUTF8Str)] string program, [MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.LPStr)] string?[] arguments);
}
