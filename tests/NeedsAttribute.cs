using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace ExerciseKit.Tests;

/// <summary>Holds what not every machine can do: left out, with the reason, where it can't.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public abstract class NeedsAttribute : Attribute, IApplyToTest
{
    /// <summary>Why this machine can't; null where it can.</summary>
    protected abstract string? Lack { get; }

    public virtual void ApplyToTest(Test test)
    {
        if (test.RunState == RunState.NotRunnable || Lack is not { } reason)
            return;
        test.RunState = RunState.Ignored;
        test.Properties.Set(PropertyNames.SkipReason, reason);
    }
}
