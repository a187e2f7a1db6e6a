namespace ExerciseKit.Contract.Hosts;

/// <summary>What a host on Linux needs of the machine's files, beside its own folder and the hand-in's programs.</summary>
public static class HostFiles
{
    /// <summary>Where the system keeps its libraries; each may be a link or not be there.</summary>
    public static IReadOnlyList<string> Libraries { get; } = ["/lib", "/lib64", "/usr/lib", "/usr/lib64"];

    /// <summary>The devices that the runtime reads.</summary>
    public static IReadOnlyList<string> Devices { get; } = ["/dev/null", "/dev/zero", "/dev/urandom"];

    /// <summary>What the runtime needs of its own folder; the SDK is not among it.</summary>
    public static IReadOnlyList<string> RuntimeParts { get; } = ["dotnet", "host", "shared"];
}
