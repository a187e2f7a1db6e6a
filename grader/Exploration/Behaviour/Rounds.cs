using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Exploration.Behaviour;

/// <summary>Finds the rounds of a busy wait in a local history.</summary>
internal static class Rounds
{
    /// <summary>How many equal rounds make one suspect a busy wait.</summary>
    public const int Suspicious = 3;

    /// <summary>How many more a real process must repeat to be taken to go round for ever.</summary>
    public const int Proving = 60;

    /// <summary>The longest round that is looked for.</summary>
    public const int Longest = 16;

    /// <summary>The length of the round that the history plus <paramref name="result"/> ends in several times; 0 when there is none.</summary>
    public static int LengthOf(BehaviourNode node, Outcome result)
    {
        // Most histories are ruled out by their last result: only who looks at something, and finds nothing, can go round.
        if (!IsIdle(node.Asked!.Operation, result))
            return 0;
        var turns = new List<(AskedOperation Asked, Outcome Result)> { (node.Asked, result) };
        for (var at = node; at.Before is not null && turns.Count < Suspicious * Longest; at = at.Before)
            turns.Add((at.Before.Asked!, at.Result!));
        for (var length = 1; length * Suspicious <= turns.Count; length++)
        {
            if (Repeats(turns, length) && IsFruitless(turns, length))
                return length;
        }

        return 0;
    }

    private static bool Repeats(List<(AskedOperation Asked, Outcome Result)> turns, int length)
    {
        for (var i = 0; i < length * (Suspicious - 1); i++)
        {
            if (!turns[i].Result.Equals(turns[i + length].Result) || turns[i].Asked != turns[i + length].Asked)
                return false;
        }

        return true;
    }

    /// <summary>Whether a round looks at something that others could change, and itself leaves everything as it was.</summary>
    private static bool IsFruitless(List<(AskedOperation Asked, Outcome Result)> turns, int length)
    {
        var held = new Dictionary<string, int>();
        var looks = false;
        foreach (var (asked, result) in turns.Take(length))
        {
            switch (asked.Operation)
            {
                case AcquireLock acquire when result is Flag { Value: true }:
                    held[acquire.Object] = held.GetValueOrDefault(acquire.Object) + 1;
                    break;
                case ReleaseLock release when result is Done:
                    held[release.Object] = held.GetValueOrDefault(release.Object) - 1;
                    break;
                default:
                    if (!IsIdle(asked.Operation, result))
                        return false;
                    looks |= asked.Operation.IsLook;
                    break;
            }
        }

        return looks && held.Values.All(n => n == 0);
    }

    // A try that succeeds has changed something; a mere question has not, whatever the answer.
    private static bool IsIdle(Operation operation, Outcome result) => operation switch
    {
        Sleep or WriteConsole or Identify or ReleaseLock => true,
        AcquireLock or AwaitTask => result is Flag { Value: false },
        _ => operation.IsLook,
    };
}
