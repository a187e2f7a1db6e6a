using ExerciseKit.Hosting.Processes;
using ExerciseKit.Hosting.Sandboxing;
using NUnit.Framework.Internal;

namespace ExerciseKit.Tests;

/// <summary>Holds what bubblewrap alone can do: left out, with the reason, where bubblewrap can't make a sandbox.</summary>
/// <remarks>That is tried once, by making one. <c>.ci/run</c> installs it, and fails if a test was left out.</remarks>
public sealed class NeedsBubblewrapAttribute : NeedsAttribute
{
    private static readonly Lazy<string?> Found = new(() => Task.Run(TryAsync).GetAwaiter().GetResult());

    /// <summary>Whether only the fixture with the argument <see langword="true"/> needs it.</summary>
    public bool IfTrue { get; init; }

    protected override string? Lack => Found.Value;

    public override void ApplyToTest(Test test)
    {
        if (!IfTrue || test.Arguments is [true])
            base.ApplyToTest(test);
    }

    /// <summary>Marks a test case that needs it; for sources of test cases.</summary>
    public static TestCaseData Mark(TestCaseData test) => Found.Value is { } lack ? test.Ignore(lack) : test;

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
