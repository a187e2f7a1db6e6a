namespace ExerciseKit.Grading.Hosting;

/// <summary>The environment of a host: what the runtime needs, and nothing of the user's.</summary>
internal static class HostEnvironment
{
    private static readonly string[] Kept = ["PATH", "DOTNET_ROOT", "HOME", "TMPDIR", "SystemRoot", "LD_LIBRARY_PATH"];

    public static void Apply(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Except(Kept).ToList())
            environment.Remove(name);
        environment["DOTNET_NOLOGO"] = "1";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";

        // What a hand-in prints of a time must not depend on where it is graded.
        environment["TZ"] = "UTC";

        // Many small, short-lived processes on few cores: one heap, no background threads that compete with the student's.
        environment["DOTNET_gcServer"] = "0";
        environment["DOTNET_gcConcurrent"] = "0";
        environment["DOTNET_TieredPGO"] = "0";
        environment["DOTNET_DbgEnableMiniDump"] = "0";
    }
}
