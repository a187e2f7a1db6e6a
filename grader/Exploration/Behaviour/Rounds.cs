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

    /// <summary>How many operations in a row that look at nothing make one suspect a loop without end.</summary>
    public const int SuspiciousAhead = 1000;

    /// <summary>How many more a real process must repeat of those: beyond the longest history that a search follows, so that no loop with an end is taken for one.</summary>
    public const int ProvingAhead = 20_000;

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

    /// <summary>The length of the round that operations which nobody can interfere with end in for long, and where the first one begins; 0 when there is none.</summary>
    /// <remarks>A daemon that ticks for ever, say: it looks at nothing, so only its death ends it.</remarks>
    /// <param name="asked">A process's operations.</param>
    /// <param name="from">From where on they may be part of it.</param>
    public static (int Length, int Start) EndlessIn(IReadOnlyList<AskedOperation> asked, int from)
    {
        for (var length = 1; length <= Longest && asked.Count - from >= SuspiciousAhead; length++)
        {
            var start = asked.Count - length;
            while (start > from && asked[start - 1] == asked[start - 1 + length] && IsIdleAhead(asked[start - 1].Operation))
                start--;
            if (asked.Count - start >= SuspiciousAhead)
                return (length, start);
        }

        return (0, 0);
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
        AcquireLock => result is Flag { Value: false },
        _ => operation.IsLook,
    };

    // A line that is never ended would grow, and no state would come again.
    private static bool IsIdleAhead(Operation operation) => operation is Sleep || (operation is WriteConsole write && write.Text.EndsWith('\n'));
}
