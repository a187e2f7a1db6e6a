using ExerciseKit.Hosting.Sandboxing;

namespace ExerciseKit.Tests;

/// <summary>Holds what hosts do by Landlock; left out where the kernel has none that covers all of the file system, or a container's profile forbids it.</summary>
public sealed class NeedsLandlockAttribute : NeedsAttribute
{
    private const int CoversFiles = 3;

    protected override string? Lack { get; } = LandlockSupport.OfThisMachine() switch
    {
        { Why: { } why } => why.En,
        { Abi: < CoversFiles and var abi } => $"This kernel's Landlock (ABI {abi}) does not cover all of the file system: use Linux 6.2 or later.",
        _ => null,
    };
}
