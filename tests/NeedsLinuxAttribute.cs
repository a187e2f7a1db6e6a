namespace ExerciseKit.Tests;

/// <summary>Looks at processes in <c>/proc</c>, or holds what only Linux has; left out elsewhere.</summary>
/// <remarks>NUnit's own <c>Platform("Linux")</c> is true on macOS, too: it means any Unix.</remarks>
public sealed class NeedsLinuxAttribute : NeedsAttribute
{
    protected override string? Lack => OperatingSystem.IsLinux() ? null : "It needs Linux, with its processes in /proc and its ways to confine them.";
}
