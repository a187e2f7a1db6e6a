using System.Runtime.InteropServices;
using ExerciseKit.Contract.Faults;
using Microsoft.Build.Locator;

namespace ExerciseKit.Preparation.Compilation;

/// <summary>The SDK whose MSBuild this process uses: the newest of .NET 10 beside the runtime that it runs on.</summary>
/// <param name="Folder">Such as <c>…/dotnet/sdk/10.0.100</c>.</param>
/// <param name="Version">Such as <c>10.0.100</c>.</param>
internal sealed record SdkLocation(string Folder, string Version)
{
    private static readonly Lock Registering = new();
    private static Dictionary<string, string>? locatorVariables;

    /// <summary>The <c>dotnet</c> that this process's runtime belongs to, whatever the environment says.</summary>
    public static string DotnetRoot { get; } =
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>Finds it without loading MSBuild.</summary>
    /// <exception cref="GraderFaultException">There is none.</exception>
    public static SdkLocation Find()
    {
        var folder = Path.Combine(DotnetRoot, "sdk");
        var newest = (Directory.Exists(folder) ? Directory.GetDirectories(folder) : [])
            .Where(f => File.Exists(Path.Combine(f, "MSBuild.dll")))
            .Select(f => (Folder: f, Version: System.Version.TryParse(Path.GetFileName(f), out var version) ? version : null))
            .Where(sdk => sdk.Version is { Major: 10 })
            .MaxBy(sdk => sdk.Version);
        return newest.Version is not null ? new SdkLocation(newest.Folder, newest.Version.ToString()) : throw new GraderFaultException(
            $"No SDK of .NET 10 was found in {folder}; a runtime alone can't tell how exercises are compiled. Install the .NET 10 SDK.");
    }

    /// <summary>Makes this SDK's MSBuild the process's own, once. Only then may a method that names MSBuild's types be entered.</summary>
    /// <returns>The environment variables by which MSBuild finds its parts; they are wanted whenever it runs.</returns>
    public IReadOnlyDictionary<string, string> Register()
    {
        lock (Registering)
        {
            if (locatorVariables is not null)
                return locatorVariables;
            var before = PlainEnvironment.Variables();
            if (!MSBuildLocator.IsRegistered)
                MSBuildLocator.RegisterMSBuildPath(Folder);
            return locatorVariables = PlainEnvironment.Variables().Except(before).ToDictionary();
        }
    }
}
