using System.Numerics;

namespace ExerciseKit.Exploration.Playing;

/// <summary>How far a chart of the states came.</summary>
/// <param name="States">How many states are on it; those that differ only in who of twins is where count once.</param>
/// <param name="Interleavings">How many ways lead through it to an end, or to where something breaks; null where that is not known.</param>
/// <param name="Cut">What ended it before it was done; null where it is whole.</param>
public sealed record ChartOutcome(int States, BigInteger? Interleavings, ChartCut? Cut);

/// <summary>Why a chart is not whole.</summary>
public enum ChartCut
{
    /// <summary>Whoever asked for it has stopped it.</summary>
    Stopped,

    /// <summary>Its budget of states was used up.</summary>
    States,

    /// <summary>Its budget of memory was used up.</summary>
    Entries,

    /// <summary>The program does not do the same given the same results.</summary>
    Nondeterministic,
}
