using System.Diagnostics.CodeAnalysis;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Sessions;
using ExerciseKit.Multiprocessing.Programs;

namespace ExerciseKit.Host.Shims;

/// <summary>Asks the kernel on behalf of a shim, and turns a refusal into the exception that the student meets.</summary>
internal static class Request
{
    public static AgentSession Session =>
        AgentSession.Current ?? throw new InvalidOperationException("Rewritten code ran outside a session: call it through a host only.");

    public static void Done(Operation operation) => Session.Perform<Done>(operation);

    public static string Text(Operation operation) => Session.Perform<Text>(operation).Value;

    public static bool Flag(Operation operation) => Session.Perform<Flag>(operation).Value;

    public static long Number(Operation operation) => Session.Perform<Number>(operation).Value;

    /// <summary>Ends the agent from inside: no code of the student's runs after it.</summary>
    [DoesNotReturn]
    public static void End(EndProcess end, CallSite site)
    {
        var session = Session;
        session.Site = site;
        try
        {
            session.Perform(session.Program is LoadedProgram program ? end with { Statics = PlainStatics.Of(program) } : end);
        }
        catch (RunAbortedException)
        {
            // The link may end the run itself; it is over either way.
        }

        session.IsAborted = true;
        throw new RunAbortedException();
    }
}
