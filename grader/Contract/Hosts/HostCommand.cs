using System.Diagnostics;
using System.Globalization;

namespace ExerciseKit.Contract.Hosts;

/// <summary>The command line and environment of a host that serves a driver as one agent after another.</summary>
public static class HostCommand
{
    /// <summary>The first argument of a host that serves as agents.</summary>
    public const string AgentMode = "--agent";

    /// <summary>The first argument of a host that confines itself, and then starts over as what the arguments after that say.</summary>
    public const string ConfineMode = "--confine";

    /// <summary>The first argument of a host that starts the others.</summary>
    public const string WardenMode = "--warden";

    /// <summary>The environment variable by which the runtime learns how much its objects may take.</summary>
    public const string HeapLimitVariable = "DOTNET_GCHeapHardLimit";

    /// <summary>How to start it.</summary>
    /// <param name="hostAssembly">The host.</param>
    /// <param name="socket">Where its driver listens.</param>
    /// <param name="limits">What it may use.</param>
    /// <param name="walls">What it raises around itself; null for nothing but its filter of system calls.</param>
    /// <remarks>It lives no longer than the process, on Linux the thread, that starts it by this command.</remarks>
    public static ProcessStartInfo Agent(string hostAssembly, string socket, HostLimits limits, HostWalls? walls)
    {
        ArgumentNullException.ThrowIfNull(limits);
        string[] confinement = walls is null ? [] : [ConfineMode, walls.LandlockAbi.ToString(CultureInfo.InvariantCulture), walls.Programs, walls.Writable ?? ""];
        string[] agent = [AgentMode, socket, limits.ToArgument(), Environment.ProcessId.ToString(CultureInfo.InvariantCulture)];
        return new ProcessStartInfo(DotnetMuxer.Path, ["exec", hostAssembly, .. confinement, .. agent])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment =
            {
                // A bound on the address space would stop the runtime, which reserves far more than it uses.
                [HeapLimitVariable] = limits.MaxMemoryBytes.ToString("X", CultureInfo.InvariantCulture),
            },
        };
    }
}
