using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Exploration.Traces;

namespace ExerciseKit.Exploration.Playing;

/// <summary>Why a schedule goes no further.</summary>
/// <param name="Fault">A fault of the schedule itself.</param>
/// <param name="Property">The property that it breaks.</param>
/// <param name="Finding">How it breaks it.</param>
public sealed record PlayStop(Fault? Fault, Property? Property, LocalizedText? Finding)
{
    /// <summary>Whether something is wrong.</summary>
    public bool IsBroken => Fault is not null || Property is not null;

    internal static PlayStop? Of(Stop? stop) => stop is null ? null : new PlayStop(stop.Fault, stop.Property, stop.Finding);
}
