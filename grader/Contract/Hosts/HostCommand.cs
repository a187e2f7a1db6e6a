using System.Diagnostics;
using System.Globalization;

namespace ExerciseKit.Contract.Hosts;

/// <summary>The command line and environment of a host that serves a driver as one agent after another.</summary>
public static class HostCommand
{
    /// <summary>The arguments of a host that serves as agents.</summary>
    public const string AgentMode = "--agent";

    /// <summary>The arguments of a host that starts the others.</summary>
    public const string WardenMode = "--warden";

    /// <summary>The environment variable by which the runtime learns how much its objects may take.</summary>
    public const string HeapLimitVariable = "DOTNET_GCHeapHardLimit";

    /// <summary>How to start it.</summary>
    /// <param name="hostAssembly">The host.</param>
    /// <param name="socket">Where its driver listens.</param>
    /// <param name="limits">What it may use.</param>
    public static ProcessStartInfo Agent(string hostAssembly, string socket, HostLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return new ProcessStartInfo(DotnetMuxer.Path, ["exec", hostAssembly, AgentMode, socket, limits.ToArgument()])
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
