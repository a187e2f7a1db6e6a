using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Kernel;

/// <summary>An agent that can't go on, and why.</summary>
/// <param name="Agent">Who waits.</param>
/// <param name="Operation">For what.</param>
/// <param name="Site">Where in the source.</param>
/// <param name="HeldBy">The agents that could let it go on: the lock's holder, the child joined. Ended ones never will.</param>
/// <param name="For">What it waits for, in words that the names of <paramref name="HeldBy"/> can follow; empty where they say it all.</param>
public sealed record Wait(string Agent, Operation Operation, CallSite Site, EquatableArray<string> HeldBy, string For = "");
