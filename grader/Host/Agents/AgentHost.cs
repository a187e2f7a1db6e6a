using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Sessions;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Host.Confinement;
using ExerciseKit.Host.Shims;
using ExerciseKit.Multiprocessing.Programs;

namespace ExerciseKit.Host.Agents;

/// <summary>Serves one connection: is one agent after another, as it is told.</summary>
internal sealed class AgentHost(MessageChannel channel)
{
    private readonly ProgramShelf shelf = new();

    /// <summary>What came while an agent waited, and was not for it.</summary>
    private Message? pending;

    /// <summary>Serves until the connection ends.</summary>
    public void Serve()
    {
        channel.Send(new Hello(Protocol.Version, Environment.ProcessId));
        while (Next() is { } message)
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

    private Message? Next()
    {
        var next = pending ?? channel.Receive();
        pending = null;
        return next;
    }

    private void Run(RunAgent run)
    {
        if (shelf.TryTake(run, channel) is not { } program)
            return;
        if (run.RunAhead is { } cap)
            RunAhead(run, program, cap);
        else
            Live(run, program, new RecordedLink(run.Recorded, null, new ChannelLink(channel, run.Run, HardExit.Lost), run.FreshStatics));
    }

    private void RunAhead(RunAgent run, LoadedProgram program, int cap)
    {
        RecordedLink link = null!;
        var told = 0;
        var isOver = false;
        link = new RecordedLink(run.Recorded, run.Repeated, new RunAheadLink(cap, Wait), run.FreshStatics);
        Live(run, program, link);
        if (!isOver)
            Tell();

        EquatableArray<Outcome>? Wait()
        {
            try
            {
                Tell();
                var next = channel.Receive();
                if (next is Resume resume && resume.Run == run.Run)
                    return resume.Recorded;
                // Another run, or the end of the connection: this one is cut off where it waits.
                (pending, isOver) = (next, true);
            }
            catch (Exception e) when (e is IOException or ProtocolException)
            {
                // The student's code stands below this: it must not see it.
                HardExit.Lost(e);
            }

            return null;
        }

        void Tell()
        {
            var asked = link.Asked;
            channel.Send(new Learned(
                run.Run,
                asked.Skip(told).ToEquatableArray(),
                Landmarks.Found.Where(r => r.At >= told && Repeats(asked, r)).ToEquatableArray(),
                Landmarks.All.Where(l => l.At >= told && l.At < asked.Count).ToEquatableArray(),
                link.Repeated));
            told = asked.Count;
        }
    }

    private void Live(RunAgent run, LoadedProgram program, RecordedLink link)
    {
        var agent = new AgentRun(link, program, run.LoopBudget);
        LocalZone.Reset();
        Landmarks.Begin(on: run.RunAhead is not null);
        agent.Live(run.Target, run.Arguments);
        if (agent.SpoiltStatics)
            shelf.Drop();
    }

    // Who may carry no more is ended in the middle of a round.
    private static bool Repeats(IReadOnlyList<AskedOperation> asked, Round round) => round.At < asked.Count && asked[round.At] == asked[round.From];
}
