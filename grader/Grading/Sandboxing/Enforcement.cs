using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Grading.Sandboxing;

/// <summary>The names of what a sandbox enforces, and who enforces it.</summary>
internal static class Enforcement
{
    /// <summary>What only namespaces give.</summary>
    private static readonly string[] ByNamespaces = ["user", "file-system", "temporary-space", "network", "process-tree", "ipc", "host-name"];

    /// <summary>What the grader and the hosts see to wherever they run.</summary>
    private static readonly string[] ByGrader = ["environment", "memory", "processor-time", "output", "processes"];

    /// <summary>What the system bounds for a process.</summary>
    private static readonly string[] BySystem = ["file-size", "open-files"];

    /// <summary>Inside bubblewrap.</summary>
    public static SandboxReport Full { get; } = new(SandboxKind.Bubblewrap, EquatableArray.Create([.. ByNamespaces, .. ByGrader, .. BySystem]), []);

    /// <summary>In plain child processes.</summary>
    /// <param name="why">Why there is no sandbox.</param>
    public static SandboxReport Plain(string why)
    {
        var missing = ByNamespaces.Select(name => new NotEnforced(name, why));
        return OperatingSystem.IsWindows()
            ? new(SandboxKind.None, ByGrader.ToEquatableArray(), [.. missing, .. BySystem.Select(name => new NotEnforced(name, "Windows bounds it only for a job, which the kit does not make."))])
            : new(SandboxKind.None, EquatableArray.Create([.. ByGrader, .. BySystem]), missing.ToEquatableArray());
    }
}
