using ExerciseKit.Contract.Hosts;

namespace ExerciseKit.Hosting.Processes;

/// <summary>The environment of a host: what the runtime needs, and nothing of the user's.</summary>
public static class HostEnvironment
{
    private static readonly string[] Kept = ["PATH", "DOTNET_ROOT", "HOME", "TMPDIR", "SystemRoot", "LD_LIBRARY_PATH", HostCommand.HeapLimitVariable];

    private static readonly Dictionary<string, string> Everywhere = new()
    {
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",

        // What a hand-in prints of a time must not depend on where it is graded.
        ["TZ"] = "UTC",

        // Many small, short-lived processes on few cores: one heap, no background threads that compete with the student's.
        ["DOTNET_gcServer"] = "0",
        ["DOTNET_gcConcurrent"] = "0",
        ["DOTNET_TieredPGO"] = "0",

        // A host works for some tenths of a second: compiling a second time what was called thirty times costs more than all its runs.
        ["DOTNET_TC_CallCountThreshold"] = "2000",
        ["DOTNET_DbgEnableMiniDump"] = "0",

        // Nobody debugs a host, and the pipe for it would stay behind when one is killed.
        ["DOTNET_EnableDiagnostics"] = "0",

        // The runtime asks the processor's caches for it, and a sandbox has no /sys: it would then collect every 256 KiB.
        ["DOTNET_GCgen0size"] = "1000000",

        // It keeps code in a shared file, which the limit on a file's size would forbid.
        ["DOTNET_EnableWriteXorExecute"] = "0",
    };

    /// <summary>The whole environment inside a sandbox.</summary>
    public static IReadOnlyDictionary<string, string> Inside { get; } = new Dictionary<string, string>(Everywhere)
    {
        ["HOME"] = "/tmp",
        ["TMPDIR"] = "/tmp",
    };

    /// <summary>Takes the user's variables out of a process's environment, and puts in what a host needs.</summary>
    public static void Apply(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Except(Kept).ToList())
            environment.Remove(name);
        foreach (var (name, value) in Everywhere)
            environment[name] = value;
    }
}
