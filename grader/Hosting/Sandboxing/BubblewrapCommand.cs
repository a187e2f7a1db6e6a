using System.Diagnostics;
using System.Globalization;
using ExerciseKit.Contract.Hosts;
using ExerciseKit.Hosting.Processes;

namespace ExerciseKit.Hosting.Sandboxing;

/// <summary>The command line that makes a sandbox with bubblewrap, and starts a warden in it.</summary>
internal static class BubblewrapCommand
{
    /// <summary>The folder of the runtime, inside.</summary>
    public const string Runtime = "/dotnet";

    /// <summary>The host's folder, inside.</summary>
    public const string Host = "/host";

    /// <summary>The hand-in's folder, inside.</summary>
    public const string HandIn = "/hand-in";

    /// <summary>The only place to write, inside.</summary>
    public const string Temporary = "/tmp";

    private const int Nobody = 65534;
    private const long MaxTemporaryBytes = 16L << 20;

    /// <summary>What bubblewrap itself may need, and what tells whose it is.</summary>
    private static readonly string[] Kept = ["LD_LIBRARY_PATH", "TMPDIR"];

    /// <summary>The program, as the search path has it; null where it is not installed.</summary>
    public static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, "bwrap"))
        .FirstOrDefault(File.Exists);

    /// <summary>Its version, as 0.11.0; null where it does not tell one within a second.</summary>
    public static async Task<string?> VersionAsync(string program, CancellationToken cancellation)
    {
        using var asked = await LauncherThread.StartAsync(new ProcessStartInfo(program, ["--version"]) { RedirectStandardOutput = true }).ConfigureAwait(false);
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(TimeSpan.FromSeconds(1));
        try
        {
            var told = await asked.StandardOutput.ReadToEndAsync(bound.Token).ConfigureAwait(false);
            return told.Split(' ') is ["bubblewrap", var version] ? version.Trim() : null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            asked.Kill();
        }
    }

    /// <summary>How to start it.</summary>
    /// <param name="program">bubblewrap.</param>
    /// <param name="handIn">The hand-in's folder.</param>
    /// <param name="socket">Where the warden connects, inside.</param>
    public static ProcessStartInfo Create(string program, string handIn, string socket)
    {
        var hostAssembly = HostLocation.Find();
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Who runs inside can read bubblewrap's own environment in /proc.
        foreach (var name in start.Environment.Keys.Except(Kept).ToList())
            start.Environment.Remove(name);
        string[] command =
        [
            .. Isolation,
            .. HostFiles.Devices.SelectMany(device => (string[])["--dev-bind", device, device]),
            "--proc", "/proc",
            "--size", MaxTemporaryBytes.ToString(CultureInfo.InvariantCulture), "--tmpfs", Temporary,
            .. HostFiles.Libraries.SelectMany(Library),
            .. HostFiles.RuntimeParts.SelectMany(part => (string[])["--ro-bind", Path.Combine(Path.GetDirectoryName(DotnetMuxer.Path)!, part), $"{Runtime}/{part}"]),
            "--ro-bind", Path.GetDirectoryName(hostAssembly)!, Host,
            "--ro-bind", handIn, HandIn,
            "--remount-ro", "/",
            "--chdir", Temporary,
            .. HostEnvironment.Inside.SelectMany(pair => (string[])["--setenv", pair.Key, pair.Value]),
            $"{Runtime}/dotnet", "exec", $"{Host}/{Path.GetFileName(hostAssembly)}", HostCommand.WardenMode, socket,
        ];
        foreach (var argument in command)
            start.ArgumentList.Add(argument);
        return start;
    }

    private static string[] Isolation { get; } =
    [
        "--unshare-user", "--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-net", "--unshare-cgroup-try",
        "--uid", Nobody.ToString(CultureInfo.InvariantCulture), "--gid", Nobody.ToString(CultureInfo.InvariantCulture),
        "--hostname", "sandbox", "--cap-drop", "ALL", "--die-with-parent", "--new-session", "--clearenv",
    ];

    private static string[] Library(string folder)
    {
        var link = new DirectoryInfo(folder);
        if (!link.Exists)
            return [];
        return link.LinkTarget is { } target ? ["--symlink", target, folder] : ["--ro-bind", folder, folder];
    }
}
