using ExerciseKit.Contract.Sessions;
using ExerciseKit.Multiprocessing.ByHand;
using ExerciseKit.Multiprocessing.Programs;

namespace ExerciseKit.Multiprocessing;

/// <summary>This process as the kernel sees it.</summary>
internal static class Agent
{
    /// <summary>The session in force; in a program started by hand, the first use starts its broker.</summary>
    public static AgentSession Session => AgentSession.Current ?? RootProcess.Attach();

    public static LoadedProgram Program => Session.Program as LoadedProgram
        ?? throw new InvalidOperationException("The session has no program; who made it must set AgentSession.Program to a LoadedProgram.");

    /// <summary>A timeout as an operation carries it: null for ever.</summary>
    public static TimeSpan? Patience(TimeSpan timeout)
    {
        // Nobody lives to see TimeSpan.MaxValue: who says it means for ever.
        if (timeout == Timeout.InfiniteTimeSpan || timeout == TimeSpan.MaxValue)
            return null;
        if (timeout < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(timeout), timeout, "A timeout is zero, positive, or Timeout.InfiniteTimeSpan; this one is negative.");
        return timeout;
    }
}
