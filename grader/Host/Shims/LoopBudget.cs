using ExerciseKit.Contract.Sessions;

namespace ExerciseKit.Host.Shims;

/// <summary>Counts backward branches between two operations: rewritten code spends one at each.</summary>
public static class LoopBudget
{
    private static long budget;
    private static long left = long.MaxValue;

    /// <summary>Whether this run looped until its budget was used up.</summary>
    public static bool IsSpent { get; private set; }

    /// <summary>Begins a run.</summary>
    /// <param name="perOperation">How many backward branches may be taken between two operations; 0 for no end.</param>
    public static void Begin(long perOperation)
    {
        budget = perOperation > 0 ? perOperation : long.MaxValue;
        IsSpent = false;
        Refill();
    }

    /// <summary>An operation was answered: the count starts anew.</summary>
    public static void Refill() => left = budget;

    /// <summary>Spends one backward branch.</summary>
    /// <exception cref="RunAbortedException">The budget is used up.</exception>
    public static void Spend()
    {
        if (--left < 0)
            RunOut();
    }

    private static void RunOut()
    {
        if (AgentSession.Current is not { } session)
            return;
        IsSpent |= !session.IsAborted;
        session.IsAborted = true;
        throw new RunAbortedException();
    }
}
