using ExerciseKit.Contract;
using ExerciseKit.Contract.Sessions;

namespace ExerciseKit.Host.Shims;

/// <summary>Where the student's code stands, and who called the method there; the rewriter has each call say so.</summary>
/// <remarks>Not synchronized: an agent has one thread.</remarks>
public static class CallSites
{
    /// <summary>The last call of each method, by the method's number.</summary>
    private static readonly List<Caller?> Callers = [];

    /// <summary>Begins a run.</summary>
    internal static void Begin() => Callers.Clear();

    /// <summary>A method of the student's is called; put before the call.</summary>
    /// <param name="file">The place's file.</param>
    /// <param name="line">Its line.</param>
    /// <param name="method">The number of the method that is called.</param>
    public static void Call(string file, int line, int method)
    {
        while (Callers.Count <= method)
            Callers.Add(null);
        if (Callers[method] is not { } last || last.Line != line || !ReferenceEquals(last.File, file))
            Callers[method] = new Caller(file, line);
    }

    /// <summary>The next operation is asked for here; put before each call that may become one.</summary>
    /// <param name="file">The place's file.</param>
    /// <param name="line">Its line.</param>
    /// <param name="method">The number of the method that the place is in; 0 for one that nobody calls.</param>
    /// <exception cref="RunAbortedException">The run is over.</exception>
    public static void Enter(string file, int line, int method)
    {
        if (AgentSession.Current is not { } session)
            return;
        if (session.IsAborted)
            throw new RunAbortedException();
        session.Site = new CallSite(file, line) { Caller = method < Callers.Count ? Callers[method] : null };
    }
}
