using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Contract.Sessions;

/// <summary>A link that asks over a connection, one question at a time.</summary>
/// <param name="channel">The connection; the link does not own it.</param>
/// <param name="run">The run that every question and answer must carry.</param>
/// <param name="lost">Called when the connection ended or broke the contract; ends the process, since no exception may reach the student.</param>
public sealed class ChannelLink(MessageChannel channel, int run, Action<Exception> lost) : IKernelLink
{
    private int calls;

    /// <summary>Whether a question waits for its answer.</summary>
    public bool IsBusy => Volatile.Read(ref calls) > 0;

    public Outcome Perform(Operation operation, CallSite site)
    {
        try
        {
            if (Interlocked.Increment(ref calls) > 1)
                throw new InvalidOperationException("Two threads of one process used the kit at the same time. Start a child process for what is to go on side by side.");
            return Exchange(new Ask(run, operation, site)) ?? throw new RunAbortedException();
        }
        catch (Exception e) when (e is IOException or ProtocolException or ObjectDisposedException)
        {
            lost(e);
            throw new RunAbortedException();
        }
        finally
        {
            Interlocked.Decrement(ref calls);
        }
    }

    private Outcome? Exchange(Ask ask)
    {
        try
        {
            channel.Send(ask);
        }
        catch (ProtocolException e) when (e.Fault == ProtocolFault.BadLength)
        {
            // Nothing of it was sent: it is the student's to send less.
            return new Failed(FailureKind.Limit, $"{ask.Operation.Describe().En} is too long for one step: {e.Message} Put less into it at a time.");
        }

        return channel.Receive() switch
        {
            Answer answer when answer.Run == run => answer.Outcome,
            Answer answer => throw new ProtocolException(ProtocolFault.StaleRun, $"An answer of run {answer.Run} came in run {run}."),
            null => throw new EndOfStreamException("The kernel closed the connection."),
            var other => throw new ProtocolException(ProtocolFault.OutOfTurn, $"{other.GetType().Name} came where an answer was expected."),
        };
    }
}
