using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Hosting.Processes;

/// <summary>Where the executable is that student processes run in.</summary>
public static class HostLocation
{
    private const string HostAssembly = "ExerciseKit.Host.dll";

    /// <summary>The host's assembly, in the folder <c>host/</c> beside the tool.</summary>
    /// <exception cref="GraderFaultException">It is not there.</exception>
    public static string Find()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "host", HostAssembly);
        return File.Exists(path)
            ? path
            : throw new GraderFaultException($"The host {path} is missing, so no student process can be started. Build the solution again.");
    }
}
