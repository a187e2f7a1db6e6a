using ExerciseKit.Hosting.Processes;
using ExerciseKit.Hosting.Sandboxing;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace ExerciseKit.Tests;

/// <summary>Holds what bubblewrap alone can do: left out, with the reason, where bubblewrap can't make a sandbox.</summary>
/// <remarks>That is tried once, by making one. <c>.ci/run</c> installs it, and fails if a test was left out.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsBubblewrapAttribute : Attribute, IApplyToTest
{
    private static readonly Lazy<string?> Lack = new(() => Task.Run(TryAsync).GetAwaiter().GetResult());

    /// <summary>Whether only the fixture with the argument <see langword="true"/> needs it.</summary>
    public bool IfTrue { get; init; }

    public void ApplyToTest(Test test)
    {
        if (test.RunState == RunState.NotRunnable || IfTrue && test.Arguments is not [true])
            return;
        if (Lack.Value is { } lack)
            LeaveOut(test, lack);
    }

    /// <summary>Marks a test case that needs it; for sources of test cases.</summary>
    public static TestCaseData Mark(TestCaseData test) => Lack.Value is { } lack ? test.Ignore(lack) : test;

    private static void LeaveOut(Test test, string reason)
    {
        test.RunState = RunState.Ignored;
        test.Properties.Set(PropertyNames.SkipReason, reason);
    }

    /// <summary>Why there can be none; null where there can.</summary>
    private static async Task<string?> TryAsync()
    {
        var folder = HandInFolder.Create();
        try
        {
            await using var sandbox = await BubblewrapSandbox.StartAsync(folder.Path, LandlockSupport.NotAsked, CancellationToken.None);
            return null;
        }
        catch (SandboxUnavailableException e)
        {
            return e.Message;
        }
        finally
        {
            folder.Delete();
        }
    }
}
