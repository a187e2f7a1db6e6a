using ExerciseKit.Contract;

namespace ExerciseKit.Hosting.Sandboxing;

/// <summary>This machine can't make a sandbox.</summary>
/// <param name="why">What is missing, and the way out.</param>
internal sealed class SandboxUnavailableException(LocalizedText why) : Exception(why.En)
{
    /// <summary>The same in each language.</summary>
    public LocalizedText Text => why;
}
