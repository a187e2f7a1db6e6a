using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Sessions;
using ExerciseKit.Host.Shims;
using ExerciseKit.Multiprocessing.Programs;

namespace ExerciseKit.Host.Agents;

/// <summary>One agent's life in this process: from the call of its target to the end that it asks for.</summary>
internal sealed class AgentRun(IKernelLink link, LoadedProgram program, long loopBudget, bool isByHand = false)
{
    private readonly AgentSession session = new(link) { Program = program, IsByHand = isByHand };

    /// <summary>Whether a type's static constructor was cut short or failed: the loaded program can't be used again.</summary>
    public bool SpoiltStatics { get; private set; }

    /// <summary>Runs the agent to its end.</summary>
    /// <param name="target">What to call; one that the program does not have, or that the arguments do not fit, ends it as an exception does.</param>
    /// <param name="arguments">What to call it with.</param>
    /// <param name="failed">Told of an exception that ended the student's code, before the end is asked for.</param>
    /// <returns>The end that was asked for; null when the run was aborted.</returns>
    public EndProcess? Live(Target target, Payload arguments, Action<Exception>? failed = null)
    {
        AgentSession.Current = session;
        LoopBudget.Begin(loopBudget);
        RunLimits.Begin();
        CallSites.Begin();
        try
        {
            var end = Call(target, arguments, failed);
            if (end is null)
                return null;
            // Past the session: an agent out of budget is aborted, and still ends.
            session.IsAborted = true;
            end = end with { Statics = PlainStatics.Of(program) };
            link.Perform(end, session.Site);
            return end;
        }
        catch (RunAbortedException)
        {
            return null;
        }
        finally
        {
            AgentSession.Current = null;
        }
    }

    private EndProcess? Call(Target target, Payload arguments, Action<Exception>? failed)
    {
        try
        {
            var bound = program.Bind(target, arguments);
            var result = bound.PackResult(bound.Call());
            return session.IsAborted ? null : new EndProcess(Ending.Returned, 0, result);
        }
#pragma warning disable CA1031 // Whatever leaves the student's code is the student's.
        catch (Exception e)
#pragma warning restore CA1031
        {
            SpoiltStatics = e is TypeInitializationException;
            if (RunLimits.IsOutOfMemory || (!session.IsAborted && ComesOfMemory(e)))
            {
                // Which object found no room is chance, and so is what was left undone by that.
                SpoiltStatics = true;
                return RunLimits.OutOfMemory(session.Site, e);
            }

            if (session.IsAborted)
                return null;
            failed?.Invoke(e);
            return new EndProcess(Ending.Threw, 1, Crash: new Crash(
                ExceptionMessage.TypeOf(e), ExceptionMessage.WithCause(e), StudentFrames.Trace(e), StudentFrames.Innermost(e)));
        }
    }

    private static bool ComesOfMemory(Exception? e) => e is OutOfMemoryException || (e is not null && ComesOfMemory(e.InnerException));
}
