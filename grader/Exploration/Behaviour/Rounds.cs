using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Exploration.Behaviour;

/// <summary>Finds the rounds that a process repeats at the end of a local history: those of a busy wait, and those of one that goes on for ever.</summary>
internal static class Rounds
{
    /// <summary>How many equal rounds make one suspect a busy wait.</summary>
    public const int Suspicious = 3;

    /// <summary>How many more of a busy wait's rounds a real process must repeat to be taken to go on until it sees something else.</summary>
    public const int ProvingIdle = 60;

    /// <summary>How many operations more a real process must do in rounds that change something to be taken to go on for ever.</summary>
    /// <remarks>So many because a loop that counts looks the same as long as it counts.</remarks>
    public const int ProvingEndless = 10_000;

    /// <summary>The longest round that is looked for.</summary>
    public const int Longest = 16;

    /// <summary>The round that the history plus <paramref name="result"/> ends in several times; null when there is none.</summary>
    public static Round? EndOf(BehaviourNode node, Outcome result)
    {
        var turns = new List<(AskedOperation Asked, Outcome Result)> { (node.Asked!, result) };
        for (var at = node; at.Before is not null && turns.Count < (Suspicious + 1) * Longest; at = at.Before)
            turns.Add((at.Before.Asked!, at.Result!));
        for (var length = 1; length * Suspicious <= turns.Count; length++)
        {
            if (!Repeats(turns, length, Suspicious))
                continue;
            if (IsFruitless(turns, length))
                return new Round(length, ProvingIdle * length, IsIdle: true);

            // Asked when the round shows for the first time, and no more: each answer costs as much as the first.
            return Repeats(turns, length, Suspicious + 1) ? null : new Round(length, ProvingEndless, IsIdle: false);
        }

        return null;
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

    /// <summary>Whether a round looks at something that others could change, and itself leaves everything as it was.</summary>
    private static bool IsFruitless(List<(AskedOperation Asked, Outcome Result)> turns, int length)
    {
        var taken = new Dictionary<string, int>();
        var looks = false;
        foreach (var (asked, result) in turns.Take(length))
        {
            if (KernelRules.Taken(asked.Operation, result) is var (name, count))
                taken[name] = taken.GetValueOrDefault(name) + count;
            else if (!KernelRules.IsIdle(asked.Operation, result))
                return false;
            else
                looks |= asked.Operation.IsLook;
        }

        return looks && taken.Values.All(n => n == 0);
    }
}

/// <summary>A round that a process repeats.</summary>
/// <param name="Length">Its operations.</param>
/// <param name="Proving">How many operations more a real process must do in it to be taken to go on so.</param>
/// <param name="IsIdle">Whether it only looks at what others may change, and itself leaves everything as it was.</param>
internal sealed record Round(int Length, int Proving, bool IsIdle);
