using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Hosting.Sandboxing;

/// <summary>The names of what a sandbox enforces, and who enforces it.</summary>
internal static class Enforcement
{
    /// <summary>What only namespaces give.</summary>
    private static readonly string[] ByNamespaces = ["user", "file-system", "temporary-space", "network", "process-tree", "ipc", "host-name"];

    /// <summary>What the grader and the hosts see to wherever they run.</summary>
    private static readonly string[] ByGrader = ["environment", "memory", "processor-time", "output"];

    /// <summary>What the system bounds for a process.</summary>
    private static readonly string[] BySystem = ["file-size", "open-files"];

    /// <summary>What a filter of system calls gives.</summary>
    private static readonly string[] ByFilter = ["processes"];

    /// <summary>What it gives as well, where namespaces do not.</summary>
    private const string AlsoByFilter = "network";

    /// <summary>Inside bubblewrap.</summary>
    /// <param name="filters">Whether the hosts have a filter of system calls.</param>
    public static SandboxReport InSandbox(bool filters) => new(
        SandboxKind.Bubblewrap,
        EquatableArray.Create([.. ByNamespaces, .. ByGrader, .. BySystem, .. filters ? ByFilter : []]),
        [.. filters ? [] : ByFilter.Select(name => new NotEnforced(name, "The filter of system calls is not made for this processor: grade on x86-64 or ARM64."))]);

    /// <summary>In plain child processes.</summary>
    /// <param name="why">Why there is no sandbox.</param>
    /// <param name="filters">Whether the hosts have a filter of system calls.</param>
    public static SandboxReport Plain(string why, bool filters)
    {
        string[] given = [.. OperatingSystem.IsWindows() ? [] : BySystem, .. filters ? [.. ByFilter, AlsoByFilter] : Array.Empty<string>()];
        string[] missing = [.. BySystem, .. ByFilter];
        return new(
            SandboxKind.None,
            EquatableArray.Create([.. ByGrader, .. given]),
            [.. ByNamespaces.Except(given).Select(name => new NotEnforced(name, why)), .. missing.Except(given).Select(name => new NotEnforced(name, "This system has no such bound for a single process."))]);
    }
}
