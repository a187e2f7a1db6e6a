using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Live;

/// <summary>What reaches the driver, in the order in which it counts.</summary>
internal abstract record Incoming;

/// <summary>An agent asked.</summary>
internal sealed record Asked(string Agent, Operation Operation, CallSite Site) : Incoming;

/// <summary>An agent's connection is over.</summary>
/// <param name="Agent">Whose.</param>
/// <param name="Fault">What was wrong with it; null when it was simply closed.</param>
internal sealed record Gone(string Agent, string? Fault) : Incoming;

/// <summary>A deadline has come.</summary>
internal sealed record TimePassed : Incoming;
