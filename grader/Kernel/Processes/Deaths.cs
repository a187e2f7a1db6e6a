using ExerciseKit.Kernel.Consoles;
using ExerciseKit.Kernel.Files;
using ExerciseKit.Kernel.Pipes;
using ExerciseKit.Kernel.Queues;

namespace ExerciseKit.Kernel.Processes;

/// <summary>Death from outside: asked for first, then possible at any moment. Its locks stay held and its children live on; its pipe ends are closed.</summary>
internal static class Deaths
{
    private const int TerminatedExitCode = -15;
    private const int KilledExitCode = -9;

    /// <summary>Asks for a death; the dead and the already condemned to worse are left as they are.</summary>
    public static void Ask(Transition transition, AgentState target, Death death)
    {
        if (target.IsAlive && target.PendingDeath != Death.Killed)
            transition.Set(target with { PendingDeath = death });
    }

    /// <summary>Lets the death come.</summary>
    /// <exception cref="InvalidOperationException">Nobody asked for it.</exception>
    public static StepResult Die(KernelState state, AgentState agent)
    {
        if (agent.PendingDeath is not { } death)
            throw new InvalidOperationException($"Agent {agent.Name} can't die: nobody terminated or killed it.");
        return Fall(state, agent, death, death == Death.Killed ? KilledExitCode : TerminatedExitCode);
    }

    /// <summary>The agent's OS process is gone without having asked for its end, by a fault that no program survives or a signal from elsewhere.</summary>
    public static StepResult Lose(KernelState state, AgentState agent, int exitCode) => Fall(state, agent, Death.Lost, exitCode);

    private static StepResult Fall(KernelState state, AgentState agent, Death death, int exitCode)
    {
        var transition = new Transition(state, agent.Name);
        ConsoleRules.Flush(transition);
        transition.Set(transition.Agent with
        {
            Status = AgentStatus.Ended,
            Pending = null,
            Deadline = null,
            PendingDeath = null,
            ExitCode = exitCode,
        });
        HeldItems.Lose(transition, transition.Agent);
        PipeEnds.CloseAll(transition, agent.Name);
        Streams.CloseAll(transition, agent.Name);
        transition.Emit(new ProcessDied(agent.Name, state.Now, agent.Site, death));
        return transition.Result();
    }
}
