using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Sessions;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Host.Agents;

/// <summary>A child process of a program that runs for real: this process is one agent, and ends with it.</summary>
internal sealed class LiveAgent(MessageChannel channel)
{
    private readonly ChannelLink link = new(channel, run: 0, HardExit.Lost);
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
        var end = new AgentRun(link, program, loopBudget: 0).Live(run.Target, run.Arguments, Tell);
        hasEnded = true;
        return end?.ExitCode ?? 1;
    }

    /// <summary>Environment.Exit: the process ends by itself, its children first.</summary>
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
            link.Perform(new EndProcess(Ending.Exited, Environment.ExitCode), CallSite.Unknown);
        }
        catch (RunAbortedException)
        {
            HardExit.Now();
        }
    }

    private void Tell(Exception exception)
    {
        var name = link.Perform(new Identify(), CallSite.Unknown) is ProcessIdentity identity ? identity.Name : "A child process";
        Stderr.WriteLine($"Process {name}: unhandled exception. {StudentFrames.Describe(exception)}");
    }
}
