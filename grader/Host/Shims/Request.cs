using System.Diagnostics.CodeAnalysis;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Sessions;

namespace ExerciseKit.Host.Shims;

/// <summary>Asks the kernel on behalf of a shim, and turns a refusal into the exception that the student meets.</summary>
internal static class Request
{
    public static AgentSession Session =>
        AgentSession.Current ?? throw new InvalidOperationException("Rewritten code ran outside a session: call it through a host only.");

    public static void Done(Operation operation) => Perform(operation);

    public static string Text(Operation operation) => Of<Text>(operation).Value;

    public static bool Flag(Operation operation) => Of<Flag>(operation).Value;

    public static long Number(Operation operation) => Of<Number>(operation).Value;

    public static T Of<T>(Operation operation)
        where T : Outcome =>
        Perform(operation) as T ?? throw new InvalidOperationException($"The kernel's answer to {operation} is no {typeof(T).Name}: the recording belongs to another program.");

    /// <summary>Ends the agent from inside: no code of the student's runs after it.</summary>
    [DoesNotReturn]
    public static void End(EndProcess end, CallSite site)
    {
        var session = Session;
        session.Site = site;
        try
        {
            session.Perform(end);
        }
        catch (RunAbortedException)
        {
            // The link may end the run itself; it is over either way.
        }

        session.IsAborted = true;
        throw new RunAbortedException();
    }

    private static Outcome Perform(Operation operation)
    {
        var session = Session;
        if (session.IsAborted)
            throw new RunAbortedException();
        var outcome = session.Perform(operation);
        return outcome is Failed failed ? throw ExceptionFor(failed) : outcome;
    }

    private static Exception ExceptionFor(Failed failed) => failed.Kind switch
    {
        FailureKind.Argument => new ArgumentException(failed.Message),
        FailureKind.FileNotFound => new FileNotFoundException(failed.Message),
        FailureKind.InputOutput => new IOException(failed.Message),
        _ => new InvalidOperationException(failed.Message),
    };
}
