using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel.Consoles;
using ExerciseKit.Kernel.Files;
using ExerciseKit.Kernel.Pipes;
using ExerciseKit.Kernel.Queues;

namespace ExerciseKit.Kernel.Processes;

/// <summary>A process's own end: its daemon children are terminated, then all are waited for, then its items in queues, then its exit code is set.</summary>
internal sealed class EndRules : IPrimitive
{
    public IReadOnlyList<Type> Operations { get; } = [typeof(EndProcess)];

    public bool IsEnabled(KernelState state, AgentState agent, Operation operation) =>
        agent.Status != AgentStatus.Leaving || MayEnd(state, agent.Name);

    public void Complete(Transition transition, Operation operation)
    {
        var end = (EndProcess)operation;
        if (transition.Agent.Status == AgentStatus.Waiting)
        {
            ConsoleRules.Flush(transition);
            foreach (var child in transition.State.LivingChildren(transition.Agent.Name).Where(c => c.IsDaemon))
                Deaths.Ask(transition, child, Death.Terminated);
            transition.Set(transition.Agent with { Status = AgentStatus.Leaving });
            transition.Emit(new ProcessLeaving(transition.Agent.Name, transition.State.Now, transition.Agent.Site, end));
        }

        var agent = transition.Agent;
        if (!MayEnd(transition.State, agent.Name))
            return;
        PipeEnds.CloseAll(transition, agent.Name);
        Streams.CloseAll(transition, agent.Name);
        transition.Set(transition.Agent with { Status = AgentStatus.Ended, Pending = null, PendingDeath = null, ExitCode = CodeOf(end) });
        transition.Emit(new ProcessEnded(agent.Name, transition.State.Now, agent.Site, end));
    }

    public IEnumerable<string> HeldBy(KernelState state, AgentState agent, Operation operation) =>
        state.LivingChildren(agent.Name).Select(c => c.Name);

    public LocalizedText WaitsFor(KernelState state, AgentState agent, Operation operation)
    {
        if (!HeldItems.Has(state, agent.Name))
            return LocalizedText.Empty;
        return state.LivingChildren(agent.Name).Any()
            ? ("its items in the queue to be taken, and for {0}", "它放进队列的数据被取走，还要等待 {0}")
            : ("its items in the queue to be taken", "它放进队列的数据被取走");
    }

    // An end with children is no one step: daemons are terminated first, and the others waited for. It closes what pipe ends
    // and files it holds, which others notice; nor is it over before its items are taken.
    public bool CommutesWithAll(KernelState state, AgentState agent, Operation operation) =>
        agent.Parent is not null && MayEnd(state, agent.Name) && !PipeEnds.HeldBy(state, agent.Name).Any() && !Streams.Of(state, agent.Name).Any();

    /// <summary>POSIX keeps a byte of what a process exits with.</summary>
    private static int CodeOf(EndProcess end) => end.ExitCode & 0xFF;

    /// <summary>Whether the process can be over: no child lives, and all that it put into queues has room there or is taken.</summary>
    internal static bool MayEnd(KernelState state, string agent) =>
        !state.LivingChildren(agent).Any() && !HeldItems.Has(state, agent);

    // Ends of siblings do not depend on each other, only on the parent that counts them: so it is the counting that writes.
    public IEnumerable<Access> Accesses(KernelState state, AgentState agent, Operation operation)
    {
        yield return Access.Write(agent.Name);
        yield return Access.Write(ProcessRules.ChildrenOf(agent.Name));
        if (agent.Parent is { } parent)
            yield return Access.Read(ProcessRules.ChildrenOf(parent));
        if (ConsoleRules.HasPartialLine(agent))
            yield return Access.Write(ConsoleRules.Resource);
        foreach (var queue in HeldItems.QueuesOf(state, agent.Name))
            yield return Access.Read(queue);
        foreach (var (_, stream) in Streams.Of(state, agent.Name))
            yield return Access.Write(stream.File);
        foreach (var closing in PipeRules.AccessesOfClosing(state, PipeEnds.HeldBy(state, agent.Name)))
            yield return closing;
    }
}
