using System.Numerics;

namespace ExerciseKit.Exploration.Playing;

/// <summary>What lies behind a choice.</summary>
/// <param name="States">How many states can be come to; null where that is not known, or too many to count at once.</param>
/// <param name="Interleavings">How many ways there are to an end, or to where something breaks; null where that is not known.</param>
/// <param name="Breaks">Whether something can still break; null where that is not known.</param>
public sealed record PlayBehind(int? States, BigInteger? Interleavings, bool? Breaks)
{
    internal static PlayBehind Unknown { get; } = new(null, null, null);
}
