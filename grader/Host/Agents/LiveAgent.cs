using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Sessions;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Host.Agents;

/// <summary>A child process of a program that runs for real: this process is one agent, and ends with it.</summary>
/// <remarks>
/// Its end is asked for when the runtime is about to end: .NET waits for a process's foreground threads before, as Python
/// does for those that are no daemons.
/// </remarks>
internal sealed class LiveAgent(MessageChannel channel)
{
    private readonly ChannelLink link = new(channel, run: 0, HardExit.Lost);
    private EndProcess? end;
    private bool hasEnded;

    /// <summary>Runs the agent.</summary>
    /// <returns>The process's exit code.</returns>
    /// <exception cref="ProtocolException">The driver said something else than what to run.</exception>
    public int Live()
    {
        channel.Send(new Hello(Protocol.Version, Environment.ProcessId));
        var message = channel.Receive();
        if (message is not RunAgent run)
            throw new ProtocolException(ProtocolFault.OutOfTurn, $"{message?.GetType().Name ?? "The end"} came where a run was expected.");
        if (new ProgramShelf().TryTake(run, channel) is not { } program)
            return 1;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Exit();
        end = new AgentRun(new EndKeeper(link), program, loopBudget: 0, isByHand: true).Live(run.Target, run.Arguments, Tell);
        hasEnded = end is null;
        // Who returns with Environment.ExitCode set has said what the code is.
        return end switch
        {
            null => 1,
            { Ending: Ending.Returned } when Environment.ExitCode != 0 => Environment.ExitCode,
            _ => end.ExitCode,
        };
    }

    /// <summary>The process ends by itself, its children first: it has run to its end, or called Environment.Exit.</summary>
    private void Exit()
    {
        if (hasEnded)
            return;
        // A signal came while the agent waits for an answer: nothing can be asked any more.
        if (link.IsBusy)
            HardExit.Now();
        hasEnded = true;
        try
        {
            link.Perform(end is null ? new EndProcess(Ending.Exited, Environment.ExitCode) : end with { ExitCode = Environment.ExitCode }, CallSite.Unknown);
        }
        catch (RunAbortedException)
        {
            HardExit.Now();
        }
    }

    /// <summary>Keeps the end back until nothing of the process runs any more.</summary>
    private sealed class EndKeeper(IKernelLink inner) : IKernelLink
    {
        public Outcome Perform(Operation operation, CallSite site) => operation is EndProcess ? Done.Instance : inner.Perform(operation, site);
    }

    private void Tell(Exception exception)
    {
        var name = link.Perform(new Identify(), CallSite.Unknown) is ProcessIdentity identity ? identity.Name : "A child process";
        Stderr.WriteLine($"Process {name}: unhandled exception. {StudentFrames.Describe(exception)}");
    }
}
