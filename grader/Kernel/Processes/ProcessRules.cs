using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel.Pipes;
using ExerciseKit.Kernel.Randomness;

namespace ExerciseKit.Kernel.Processes;

/// <summary>What a parent does with its children, and who a process is.</summary>
internal sealed class ProcessRules : IPrimitive
{
    private const int AdopterId = 1;

    public IReadOnlyList<Type> Operations { get; } =
    [
        typeof(StartProcess), typeof(JoinProcess), typeof(QueryAlive), typeof(QueryExitCode),
        typeof(TerminateProcess), typeof(KillProcess), typeof(QueryActiveChildren), typeof(Identify),
    ];

    public bool IsEnabled(KernelState state, AgentState agent, Operation operation) =>
        operation is not JoinProcess join || !IsOwnChild(join, agent) || state.Agents[join.Process] is not { IsAlive: true };

    public void Complete(Transition transition, Operation operation)
    {
        var agent = transition.Agent;
        switch (operation)
        {
            case Identify:
                transition.Answer(IdentityOf(transition.State, agent));
                break;
            case QueryActiveChildren:
                transition.Answer(ChildrenIn(transition.State, agent));
                break;
            case ProcessOperation of when !IsOwnChild(of, agent):
                transition.Refuse(FailureKind.InvalidOperation, "Only the process that created a child may start, join, end it or ask about it. Send its result through a primitive instead.");
                break;
            case StartProcess start:
                Start(transition, start);
                break;
            case ProcessOperation of:
                OfChild(transition, of, transition.State.Agents[of.Process]);
                break;
        }
    }

    public IEnumerable<string> HeldBy(KernelState state, AgentState agent, Operation operation) =>
        operation is JoinProcess join ? [join.Process] : [];

    public IEnumerable<Access> Accesses(AgentState agent, Operation operation) => operation switch
    {
        TerminateProcess or KillProcess or StartProcess => [Access.Write(((ProcessOperation)operation).Process)],
        ProcessOperation of => [Access.Read(of.Process)],
        QueryActiveChildren => [Access.Write(ChildrenOf(agent.Name))],
        _ => [],
    };

    public bool CommutesWithAll(KernelState state, AgentState agent, Operation operation) => operation switch
    {
        StartProcess or Identify => true,
        JoinProcess join => state.Agents[join.Process] is { IsAlive: false },
        _ => false,
    };

    public bool IsIdle(Operation operation, Outcome result) => operation is Identify || operation.IsLook;

    /// <summary>The name under which counting an agent's living children conflicts with the end of one.</summary>
    internal static string ChildrenOf(string name) => name + ".*";

    internal static ProcessIdentity IdentityOf(KernelState state, AgentState agent) =>
        new(agent.Id, ParentIdOf(state, agent), agent.ProcessName, agent.IsDaemon);

    private static NameList ChildrenIn(KernelState state, AgentState agent)
    {
        var children = state.LivingChildren(agent.Name).ToList();
        var replacements = children.Where(c => Names.IsReplacement(c.Name)).Select(c => IdentityOf(state, c));
        return new NameList(children.Select(c => c.Name).ToEquatableArray()) { Replacements = replacements.ToEquatableArray() };
    }

    // An orphan is the first process's child.
    private static int ParentIdOf(KernelState state, AgentState agent) => agent.Parent switch
    {
        null => 0,
        var parent => state.Agents[parent] is { IsAlive: true } living ? living.Id : AdopterId,
    };

    private static bool IsOwnChild(ProcessOperation operation, AgentState agent) => Names.Creator(operation.Process) == agent.Name;

    private static void Start(Transition transition, StartProcess start)
    {
        var parent = transition.Agent;
        var state = transition.State;
        if (state.Agents[start.Process] is not null)
        {
            transition.Refuse(FailureKind.InvalidOperation, "A child process was started twice. Create a new ChildProcess for each start.");
            return;
        }

        if (parent.IsDaemon)
        {
            transition.Refuse(FailureKind.InvalidOperation, "A daemon process may not start children: they would outlive it. Set IsDaemon to false, or start the child from its parent.");
            return;
        }

        if (state.Agents.Count >= state.Settings.MaxProcesses && Living(state) >= state.Settings.MaxProcesses)
        {
            transition.Refuse(FailureKind.Limit, $"More than {state.Settings.MaxProcesses} processes would live at once. Start fewer, or join some before you start the next.");
            return;
        }

        if (!PipeEnds.HoldsAll(state, parent.Name, start.Arguments))
        {
            PipeEnds.RefuseClosed(transition);
            return;
        }

        var child = new AgentState(
            start.Process,
            parent.Name,
            transition.ChildId ?? UntidyMachine.IdOf(state.Settings.Seed, start.Process),
            start.Name ?? DefaultName(start),
            start.IsDaemon ?? parent.IsDaemon,
            start.Target,
            start.Arguments)
        { OwnTime = parent.OwnTime };
        transition.Set(child);
        PipeEnds.Give(transition, child.Name, start.Arguments);
        // In loose time whoever starts may be held up for any while anyhow.
        transition.Answer(IdentityOf(transition.State, child) with { StartTakes = state.Settings.Timing == Timing.Strict ? state.Settings.StartTakes : TimeSpan.Zero });
        transition.Emit(new ProcessStarted(parent.Name, state.Now, parent.Site, child.Name));
    }

    private static void OfChild(Transition transition, ProcessOperation operation, AgentState? child)
    {
        switch (operation)
        {
            case QueryAlive:
                transition.Answer(child is { IsAlive: true } ? Flag.True : Flag.False);
                break;
            case QueryExitCode:
                transition.Answer(child?.ExitCode is { } code ? new Number(code) : Done.Instance);
                break;
            case JoinProcess when child is not null:
                transition.Answer(Flag.True);
                break;
            case TerminateProcess or KillProcess when child is not null:
                Deaths.Ask(transition, child, operation is KillProcess ? Death.Killed : Death.Terminated);
                transition.Answer(Done.Instance);
                break;
            default:
                transition.Refuse(FailureKind.InvalidOperation, $"{operation.Describe().En} was called before Start. Start the child first.");
                break;
        }
    }

    private static int Living(KernelState state)
    {
        var living = 0;
        foreach (var agent in state.Agents.Values)
            living += agent.IsAlive ? 1 : 0;
        return living;
    }

    // Python's names: Process-2 is the root's second child, Process-2:1 that one's first, and a class gives its own name.
    private static string DefaultName(StartProcess start) =>
        $"{(start.Target.IsInstance ? start.Target.ClassName : "Process")}-" + string.Join(':', start.Process.Split('.').Skip(1).Select(ordinal => int.Parse(ordinal) + 1));
}
