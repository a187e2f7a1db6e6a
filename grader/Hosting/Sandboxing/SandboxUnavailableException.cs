namespace ExerciseKit.Hosting.Sandboxing;

/// <summary>This machine can't make a sandbox.</summary>
/// <param name="why">What is missing, and the way out.</param>
internal sealed class SandboxUnavailableException(string why) : Exception(why);
