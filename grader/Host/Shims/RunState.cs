using ExerciseKit.Contract.Sessions;

namespace ExerciseKit.Host.Shims;

/// <summary>Keeps the student's handlers from outliving an ended run. The rewriter calls it in every handler.</summary>
/// <remarks>
/// The session's flag decides, not the exception: framework code may have wrapped the exception that ended the run,
/// and one thrown inside a filter is swallowed by the runtime.
/// </remarks>
public static class RunState
{
    /// <summary>Whether the run is over.</summary>
    public static bool IsAborted() => AgentSession.Current is { IsAborted: true };

    /// <summary>The filter that stands in for a catch clause: whether it may have this exception.</summary>
    /// <param name="exception">The exception, null where it is not of the clause's type.</param>
    public static bool Admits(object? exception) => Screen(exception) is not null;

    /// <summary>Put before the student's own filter: the exception, or null, which no filter takes, once the run is over.</summary>
    public static object? Screen(object? exception)
    {
        if (AgentSession.Current is not { } session)
            return exception;
        if (exception is RunAbortedException)
            session.IsAborted = true;
        if (exception is OutOfMemoryException && !session.IsAborted)
        {
            // A handler that goes on would do so from wherever memory happened to end.
            RunLimits.RunOutOfMemory();
            session.IsAborted = true;
        }

        if (!session.IsAborted)
            return exception;
        LoopBudget.Drain();
        return null;
    }

    /// <summary>Put first in every finally: nothing of it runs once the run is over.</summary>
    /// <exception cref="RunAbortedException">The run is over.</exception>
    public static void EnterFinally()
    {
        if (!IsAborted())
            return;
        LoopBudget.Drain();
        throw new RunAbortedException();
    }
}
