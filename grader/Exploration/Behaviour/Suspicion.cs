using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Exploration.Behaviour;

/// <summary>Finds rounds that a process may be going to repeat for ever: those at the end of its history that it has done several times.</summary>
internal static class Suspicion
{
    /// <summary>How many equal rounds make one suspect that it goes on so.</summary>
    public const int Suspicious = 3;

    /// <summary>How many operations more a real process must do in its rounds to be taken to go on for ever, where its state does not prove it.</summary>
    /// <remarks>So many because a loop that counts looks the same as long as it counts. Whatever was taken for granted so is told as a bound.</remarks>
    public const int Followed = 100_000;

    /// <summary>The longest round that is looked for.</summary>
    public const int Longest = 16;

    /// <summary>Whether a process that has come round is taken to go on so.</summary>
    /// <remarks>
    /// One that prints, writes or sends something may do so only for so long, which is the grader's bound: whoever says at each look
    /// that he still waits is not wrong because many looks would be too much text. Whoever looks at nothing, and prints, is ended by that bound.
    /// </remarks>
    /// <param name="round">The round.</param>
    /// <param name="operations">The process's operations.</param>
    public static bool Lasts(Round round, IReadOnlyList<AskedOperation> operations) =>
        round.Carries == 0 || operations.Skip(round.From).Take(round.At - round.From).Any(asked => asked.Operation.OnlyOutcome is null);

    /// <summary>The length of the round that the history plus <paramref name="result"/> ends in, where it has just been seen often enough; null when there is none.</summary>
    /// <remarks>Seen more often, it is known to end: that was asked when it showed for the first time.</remarks>
    public static int? In(BehaviourNode node, Outcome result)
    {
        var turns = new List<(AskedOperation Asked, Outcome Result)> { (node.Asked!, result) };
        for (var at = node; at.Before is not null && turns.Count < (Suspicious + 1) * Longest; at = at.Before)
            turns.Add((at.Before.Asked!, at.Result!));
        for (var length = 1; length * Suspicious <= turns.Count; length++)
        {
            if (Repeats(turns, length, Suspicious))
                return Repeats(turns, length, Suspicious + 1) ? null : length;
        }

        return null;
    }

    /// <summary>Whether a process that repeats a round so long is known to do so, and to be ended by the bound on text before it would be taken to go on for ever.</summary>
    public static bool IsCutByText(BehaviourNode node, int length)
    {
        for (var at = node; at is not null && node.Depth - at.Depth < length; at = at.Before)
        {
            if (at.Giving is { Carries: > 0 } round && (round.At - round.From) % length == 0 && (CarriedText.MaxChars / round.Carries + 1) * (round.At - round.From) < Followed)
                return true;
        }

        return false;
    }

    private static bool Repeats(List<(AskedOperation Asked, Outcome Result)> turns, int length, int times)
    {
        if (length * times > turns.Count)
            return false;
        for (var i = 0; i < length * (times - 1); i++)
        {
            if (!AreEqual(turns[i], turns[i + length]))
                return false;
        }

        return true;
    }

    private static bool AreEqual((AskedOperation Asked, Outcome Result) one, (AskedOperation Asked, Outcome Result) other) =>
        one.Result.Equals(other.Result) && one.Asked == other.Asked;
}
