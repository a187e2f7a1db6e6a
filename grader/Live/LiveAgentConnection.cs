using System.Threading.Channels;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Live;

/// <summary>The driver's end of one agent's connection: checks whose turn it is, and passes questions on.</summary>
internal sealed class LiveAgentConnection(string agent, MessageChannel channel, ChannelWriter<Incoming> inbox)
{
    /// <summary>A live program is one run.</summary>
    public const int Run = 0;

    private int isAsking;

    /// <summary>Waits for the agent's hello.</summary>
    /// <returns>Its process id.</returns>
    /// <exception cref="ProtocolException">It said something else.</exception>
    public async Task<int> GreetAsync(CancellationToken cancellation)
    {
        var first = await channel.ReceiveAsync(cancellation).ConfigureAwait(false);
        return first switch
        {
            Hello { Version: Protocol.Version } hello => hello.ProcessId,
            Hello hello => throw new ProtocolException(ProtocolFault.WrongVersion, $"it speaks version {hello.Version} of the wire contract, and this is {Protocol.Version}. Build the exercise again."),
            null => throw new ProtocolException(ProtocolFault.Truncated, "it closed its connection before it said hello."),
            _ => throw new ProtocolException(ProtocolFault.OutOfTurn, $"it sent {first.GetType().Name} before it said hello."),
        };
    }

    /// <summary>Tells the agent what to run.</summary>
    public ValueTask SendAsync(RunAgent run, CancellationToken cancellation) => channel.SendAsync(run, cancellation);

    /// <summary>Passes on what the agent asks, until its connection ends.</summary>
    /// <exception cref="ProtocolException">It broke the contract.</exception>
    public async Task ReadAsync(CancellationToken cancellation)
    {
        while (await channel.ReceiveAsync(cancellation).ConfigureAwait(false) is { } message)
        {
            switch (message)
            {
                case Ask { Run: not Run } stale:
                    throw new ProtocolException(ProtocolFault.StaleRun, $"it asked in run {stale.Run}; a live program has the one run {Run}.");
                case Ask ask when Interlocked.Exchange(ref isAsking, 1) == 0:
                    inbox.TryWrite(new Asked(agent, ask.Operation, ask.Site));
                    break;
                case Begun { Run: Run }:
                    break;
                case HostFault fault:
                    inbox.TryWrite(new Gone(agent, fault.Reason));
                    return;
                default:
                    throw new ProtocolException(ProtocolFault.OutOfTurn, $"it sent {message.GetType().Name} out of turn.");
            }
        }
    }

    /// <summary>Answers the agent's question; null ends its run.</summary>
    public void Answer(Outcome? outcome)
    {
        Volatile.Write(ref isAsking, 0);
        try
        {
            channel.Send(new Answer(Run, outcome));
        }
        catch (ProtocolException e) when (e.Fault == ProtocolFault.BadLength)
        {
            Answer(new Failed(FailureKind.Limit, $"What was asked for is too long for one answer: {e.Message} Ask for less at a time."));
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // It died in between; the reading side tells.
        }
    }
}
