using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Live;

/// <summary>The kernel's rules under the real clock: whoever asked first is served first.</summary>
internal sealed class LiveKernel(KernelState state)
{
    private readonly Dictionary<string, long> tickets = [];
    private readonly Dictionary<string, CallSite> birthplaces = [];
    private readonly HashSet<string> condemned = [];
    private long lastTicket;

    public KernelState State { get; private set; } = state;

    public bool IsDeadlocked => KernelRules.IsDeadlocked(State);

    /// <summary>When the next sleep or patience ends; null when none does.</summary>
    public TimeSpan? NextDeadline => State.Agents.Values.ToArray().Where(a => a.IsAlive).Min(a => a.Deadline);

    /// <summary>Sets the time; never back.</summary>
    public void Reach(TimeSpan now) => State = State.At(now);

    public void Submit(string agent, Operation operation, CallSite site)
    {
        State = KernelRules.Submit(State, agent, operation, site);
        tickets[agent] = ++lastTicket;
        // Making it is the first that is heard of an object, and its start of a process.
        if (operation is StartProcess { Process: var child })
            birthplaces.TryAdd(Names.Absolute(child, agent), site);
        if (operation is ObjectOperation { Object: var name })
            birthplaces.TryAdd(Names.Absolute(name, agent), site);
        if (operation is CreatePipe pipe)
            birthplaces.TryAdd(Names.Absolute(pipe.Right, agent), site);
    }

    /// <summary>Where in the source an object was made, or a process started.</summary>
    public CallSite BirthplaceOf(string name) => birthplaces.GetValueOrDefault(name, CallSite.Unknown);

    /// <summary>What happens next, in the order of asking; null when nothing can. A death comes when its process is gone.</summary>
    public Choice? Next()
    {
        var choices = KernelRules.Choices(State).Where(c => c.Kind != ChoiceKind.Die).ToList();
        return choices.Count == 0 ? null : choices.MinBy(c => tickets[c.Agent]);
    }

    /// <summary>Those that were terminated or killed since this was asked last.</summary>
    public IReadOnlyList<string> NewlyCondemned() => [.. State.Agents.Values.ToArray().Where(a => IsDying(a.Name) && condemned.Add(a.Name)).Select(a => a.Name)];

    /// <summary>Whether an agent lives that was terminated or killed.</summary>
    public bool IsDying(string agent) => State.Agents[agent] is { IsAlive: true, PendingDeath: not null };

    /// <summary>Lets a choice happen.</summary>
    /// <param name="choice">What happens.</param>
    /// <param name="start">Gives a child that comes to life by it a process first, and tells its id.</param>
    public StepResult Step(Choice choice, Func<ProcessStarted, int> start) => Reached(id => KernelRules.Step(State, choice, id), start);

    /// <summary>An agent's process is gone without a word.</summary>
    /// <param name="agent">Whose.</param>
    /// <param name="exitCode">What it left.</param>
    /// <param name="start">As for <see cref="Step"/>.</param>
    public StepResult Lose(string agent, int exitCode, Func<ProcessStarted, int> start) => Reached(id => KernelRules.Lose(State, agent, exitCode, id), start);

    public bool IsAlive(string agent) => State.Agents[agent] is { IsAlive: true };

    /// <summary>Those that live although the first process has ended.</summary>
    public IReadOnlyList<AgentState> LeftBehind() => KernelRules.LeftBehind(State);

    private StepResult Reached(Func<int?, StepResult> step, Func<ProcessStarted, int> start)
    {
        var result = step(null);
        if (result.Events.OfType<ProcessStarted>().FirstOrDefault() is { } started)
            result = step(start(started));
        State = result.State;
        return result;
    }
}
