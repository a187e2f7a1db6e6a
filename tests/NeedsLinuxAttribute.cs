using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace ExerciseKit.Tests;

/// <summary>Looks at processes in <c>/proc</c>, or holds what only Linux has; left out elsewhere.</summary>
/// <remarks>NUnit's own <c>Platform("Linux")</c> is true on macOS, too: it means any Unix.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsLinuxAttribute : Attribute, IApplyToTest
{
    private const string Reason = "It needs Linux, with its processes in /proc and its ways to confine them.";

    public void ApplyToTest(Test test)
    {
        if (OperatingSystem.IsLinux() || test.RunState == RunState.NotRunnable)
            return;
        test.RunState = RunState.Ignored;
        test.Properties.Set(PropertyNames.SkipReason, Reason);
    }
}
