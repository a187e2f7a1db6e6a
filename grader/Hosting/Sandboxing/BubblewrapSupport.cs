using ExerciseKit.Contract;

namespace ExerciseKit.Hosting.Sandboxing;

/// <summary>Whether hosts run in a sandbox by bubblewrap.</summary>
/// <param name="Version">Its version, as it tells it; null where it does not, or where there is none.</param>
/// <param name="Why">Why there is none, and the way out; null where there is one.</param>
internal sealed record BubblewrapSupport(string? Version, LocalizedText? Why)
{
    /// <summary>A machine without.</summary>
    public static BubblewrapSupport Missing(LocalizedText why) => new(null, why);
}
