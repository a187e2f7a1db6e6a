using ExerciseKit.Contract;
using ExerciseKit.Contract.Sessions;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Host.Confinement;
using ExerciseKit.Host.Shims;

namespace ExerciseKit.Host.Agents;

/// <summary>Serves one connection: is one agent after another, as it is told.</summary>
internal sealed class AgentHost(MessageChannel channel)
{
    private readonly ProgramShelf shelf = new();

    /// <summary>Serves until the connection ends.</summary>
    public void Serve()
    {
        channel.Send(new Hello(Protocol.Version, Environment.ProcessId));
        while (channel.Receive() is { } message)
        {
            switch (message)
            {
                case RunAgent run:
                    Run(run);
                    break;
                case Attempt attempt:
                    channel.Send(Attempts.Make(attempt));
                    break;
                default:
                    throw new ProtocolException(ProtocolFault.OutOfTurn, $"{message.GetType().Name} came where a run was expected.");
            }
        }
    }

    private void Run(RunAgent run)
    {
        if (shelf.TryTake(run, channel) is not { } program)
            return;
        IKernelLink next = run.RunAhead is { } cap ? new RunAheadLink(cap) : new ChannelLink(channel, run.Run, HardExit.Lost);
        var link = new RecordedLink(run.Recorded, run.Repeated, next, run.FreshStatics);
        var agent = new AgentRun(link, program, run.LoopBudget);
        LocalZone.Reset();
        Landmarks.Begin(on: run.RunAhead is not null);
        agent.Live(run.Target, run.Arguments);
        if (agent.SpoiltStatics)
            shelf.Drop();
        if (run.RunAhead is not null)
            channel.Send(new Learned(run.Run, link.Asked.ToEquatableArray(), Landmarks.Found.Where(r => Repeats(link.Asked, r)).ToEquatableArray(), Landmarks.All.Where(l => l.At < link.Asked.Count).ToEquatableArray(), link.Repeated));
    }

    // Who may carry no more is ended in the middle of a round.
    private static bool Repeats(IReadOnlyList<AskedOperation> asked, Round round) => round.At < asked.Count && asked[round.At] == asked[round.From];
}
