using System.Runtime.InteropServices;

namespace ExerciseKit.Contract.Hosts;

/// <summary>The <c>dotnet</c> that runs this very process: the one on the path may be another, or none.</summary>
public static class DotnetMuxer
{
    /// <summary>Its path; <c>dotnet</c>, to be found on the path, where the runtime does not stand in a dotnet folder.</summary>
    public static string Path { get; } = Find();

    private static string Find()
    {
        // The runtime stands in <dotnet>/shared/Microsoft.NETCore.App/<version>/.
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(path) ? path : "dotnet";
    }
}
