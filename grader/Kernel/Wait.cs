using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Kernel;

/// <summary>An agent that can't go on, and why.</summary>
/// <param name="Agent">Who waits.</param>
/// <param name="Operation">For what.</param>
/// <param name="Site">Where in the source.</param>
/// <param name="HeldBy">The agents that could let it go on: the lock's holder, the child joined. Ended ones never will.</param>
public sealed record Wait(string Agent, Operation Operation, CallSite Site, EquatableArray<string> HeldBy)
{
    /// <summary>What it waits for, in words, where <c>{0}</c> stands for the names of <see cref="HeldBy"/>; empty where they say it all.</summary>
    public LocalizedText For { get; init; } = LocalizedText.Empty;

    /// <summary>What it waits for, with the names filled in.</summary>
    /// <param name="holders">Those of <see cref="HeldBy"/>, as they are to be called.</param>
    public LocalizedText ForWith(LocalizedText holders)
    {
        ArgumentNullException.ThrowIfNull(holders);
        return new(For.En.Replace("{0}", holders.En, StringComparison.Ordinal), For.Zh.Replace("{0}", holders.Zh, StringComparison.Ordinal));
    }
}
