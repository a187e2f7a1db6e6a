using ExerciseKit.Contract;
using ExerciseKit.Contract.Sessions;

namespace ExerciseKit.Host.Shims;

/// <summary>Where the student's code stands; the rewriter calls <see cref="Enter"/> before each call that may become an operation.</summary>
public static class CallSites
{
    /// <summary>The next operation is asked for here.</summary>
    /// <exception cref="RunAbortedException">The run is over.</exception>
    public static void Enter(string file, int line)
    {
        if (AgentSession.Current is not { } session)
            return;
        if (session.IsAborted)
            throw new RunAbortedException();
        session.Site = new CallSite(file, line);
    }
}
