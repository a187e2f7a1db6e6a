using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Kernel;

/// <summary>One step in the making: the rules write into it, and the kernel turns it into a <see cref="StepResult"/>.</summary>
internal sealed class Transition(KernelState state, string actor)
{
    private readonly List<Reply> replies = [];
    private readonly List<KernelEvent> events = [];
    private bool timedOut;

    /// <summary>The process id for a child that this step starts; null for one that depends on its name and the seed alone.</summary>
    public int? ChildId { get; init; }

    public KernelState State { get; private set; } = state;

    /// <summary>The agent whose operation completes.</summary>
    public AgentState Agent => State.Agents[actor]!;

    public StepResult Result() => new(State, replies, events);

    public void Set(AgentState agent) => State = State.With(agent);

    public void Set(string name, ObjectState value) => State = State.With(name, value);

    public void Remove(string name) => State = State.Without(name);

    public void Emit(KernelEvent happened) => events.Add(happened);

    /// <summary>From here on the answer counts as a time-out's.</summary>
    public void MarkTimedOut() => timedOut = true;

    /// <summary>Answers the operation; its agent runs on.</summary>
    public void Answer(Outcome outcome)
    {
        var agent = Agent;
        events.Add(new OperationCompleted(agent.Name, State.Now, agent.Site, agent.Pending!, outcome, timedOut));
        Set(agent with { Status = AgentStatus.Running, Pending = null, Deadline = null });
        replies.Add(new Reply(agent.Name, outcome.MapNames(name => Names.Relative(name, agent.Name))));
    }

    /// <summary>Refuses the operation; its agent meets an exception.</summary>
    public void Refuse(FailureKind kind, string message) => Answer(new Failed(kind, message));
}
