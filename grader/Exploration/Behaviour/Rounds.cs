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
        var taken = new Dictionary<string, int>();
        var looks = false;
        foreach (var (asked, result) in turns.Take(length))
        {
            if (Taken(asked.Operation, result) is var (name, count))
                taken[name] = taken.GetValueOrDefault(name) + count;
            else if (!IsIdle(asked.Operation, result))
                return false;
            else
                looks |= asked.Operation.IsLook;
        }

        return looks && taken.Values.All(n => n == 0);
    }

    /// <summary>What an operation takes, or by a negative number gives back: a round that does both as often leaves it as it was.</summary>
    private static (string Name, int Count)? Taken(Operation operation, Outcome result) => (operation, result) switch
    {
        (AcquireLock or AcquireReentrantLock or AcquireSemaphore, Flag { Value: true }) => (((ObjectOperation)operation).Object, 1),
        (ReleaseLock or ReleaseReentrantLock or ReleaseSemaphore, Done) => (((ObjectOperation)operation).Object, -1),
        (BeginWait begin, Number depth) => (begin.Lock, -(int)depth.Value),
        (ReacquireLock reacquire, _) => (reacquire.Object, reacquire.Depth),
        _ => null,
    };

    // A try that succeeds has changed something; a mere question has not, whatever the answer.
    private static bool IsIdle(Operation operation, Outcome result) => operation switch
    {
        Sleep or WriteConsole or Identify or ReleaseLock or ReleaseReentrantLock or ReleaseSemaphore or ReacquireLock => true,
        AcquireLock or AcquireReentrantLock or AcquireSemaphore or AwaitNotification => result is Flag { Value: false },
        _ => operation.IsLook,
    };
}
