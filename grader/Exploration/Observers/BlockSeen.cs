using ExerciseKit.Contract;

namespace ExerciseKit.Exploration.Observers;

/// <summary>How far the block of lines has come that somebody is in the middle of, and whether anything has broken into one.</summary>
/// <param name="Owner">Whose block it is; null where none is open.</param>
/// <param name="Said">How many of its lines are printed.</param>
/// <param name="Intrusion">The first line that was out of place, in words; null while there is none.</param>
public sealed record BlockSeen(string? Owner, int Said, LocalizedText? Intrusion)
{
    public LocalizedText Describe() => Intrusion ?? ("no line was out of place", "没有一行插错地方");
}
