using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel.Files;
using ExerciseKit.Kernel.Pools;
using ExerciseKit.Kernel.Processes;
using ExerciseKit.Kernel.Randomness;

namespace ExerciseKit.Kernel.Rules;

/// <summary>The rules by which a run goes on: pure functions from state to state.</summary>
/// <remarks>
/// A driver does three things in turn: it gives the operations of running agents (<see cref="Submit"/>), asks what can happen
/// (<see cref="Choices"/>), and lets one of it happen (<see cref="Step"/>). Who picks the choice decides the interleaving.
/// </remarks>
public static class KernelRules
{
    /// <summary>A run's first state: the root runs, and the files are there.</summary>
    /// <param name="settings">What holds for the whole run.</param>
    /// <param name="target">What the root runs.</param>
    /// <param name="arguments">What it is given.</param>
    /// <param name="files">The files that are there at the beginning, by path.</param>
    /// <param name="rootId">The root's process id; null for one by the seed.</param>
    public static KernelState Begin(KernelSettings settings, Target target, Payload arguments, IEnumerable<KeyValuePair<string, string>>? files = null, int? rootId = null)
    {
        var root = new AgentState(Names.Root, null, rootId ?? UntidyMachine.IdOf(settings.Seed, Names.Root), "MainProcess", false, target, arguments);
        var objects = NamedMap<ObjectState>.Empty;
        foreach (var (path, content) in files ?? [])
            objects = objects.With(FileRules.NameOf(path), new FileState(content));
        return new KernelState(settings, NamedMap<AgentState>.Empty.With(root.Name, root), objects, TimeSpan.Zero);
    }

    /// <summary>A running agent asks for an operation, and waits.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="name">The agent.</param>
    /// <param name="operation">What it asks for, names relative to it.</param>
    /// <param name="site">Where in the source.</param>
    /// <exception cref="InvalidOperationException">The agent is not running: its driver is at fault.</exception>
    public static KernelState Submit(KernelState state, string name, Operation operation, CallSite site)
    {
        if (state.Agents[name] is not { Status: AgentStatus.Running } agent)
            throw new InvalidOperationException($"Agent {name} asked for {operation.Describe().En} while it was {state.Agents[name]?.Status.ToString() ?? "unknown"}; only a running agent may ask.");
        var absolute = operation.MapNames(n => Names.Absolute(n, name));
        return state.With(agent with
        {
            Status = AgentStatus.Waiting,
            Pending = absolute,
            Site = site,
            Deadline = state.Settings.Timing == Timing.Loose ? null : Clockwork.DeadlineOf(absolute, state.Now),
        });
    }

    /// <summary>All that can happen now, in a fixed order; empty when nothing can.</summary>
    /// <param name="parked">Agents that go round without effect: they hold up neither the others nor the clock. Null for none.</param>
    /// <remarks>In virtual time, what becomes possible at the next deadline counts only when nothing else is possible and nobody runs.</remarks>
    public static IReadOnlyList<Choice> Choices(KernelState state, IReadOnlySet<string>? parked = null)
    {
        var now = Clockwork.ChoicesAt(state, parked);
        if (now.Count > 0 || state.AwaitsOperations)
            return now;
        return state.Settings.Timing == Timing.Strict && Clockwork.NextDeadline(state, parked) is { } next
            ? Clockwork.ChoicesAt(state.At(next), parked)
            : now;
    }

    /// <summary>Lets one choice happen.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="choice">One of <see cref="Choices"/>.</param>
    /// <param name="childId">The process id of a child that this starts, or that takes the place of a pool's worker; null for one that depends on its name alone.</param>
    /// <param name="parked">What <see cref="Choices"/> was asked with.</param>
    /// <exception cref="InvalidOperationException">The choice is not possible in this state.</exception>
    public static StepResult Step(KernelState state, Choice choice, int? childId = null, IReadOnlySet<string>? parked = null)
    {
        if (state.Agents[choice.Agent] is not { IsAlive: true } agent)
            throw new InvalidOperationException($"The choice '{choice}' is not possible: there is no living agent {choice.Agent}.");
        if (choice.Kind == ChoiceKind.Die)
            return Replacements.After(state, Deaths.Die(state, agent), childId);
        if (agent.Pending is not { } operation)
            throw new InvalidOperationException($"The choice '{choice}' is not possible: agent {choice.Agent} waits for nothing.");

        var movesTime = state.Settings.Timing == Timing.Strict && agent.Deadline > state.Now && !Clockwork.CanComplete(state, agent);
        if ((movesTime || choice.Kind == ChoiceKind.TimeOut) && !IsPossible(state, agent, choice, parked))
            throw new InvalidOperationException($"The choice '{choice}' is not possible: {operation.Describe().En} can't run out of time now.");

        // Choosing what only the next deadline makes possible is what moves virtual time.
        if (movesTime)
            state = state.At(agent.Deadline!.Value);

        var transition = new Transition(state, choice.Agent) { ChildId = childId };
        var primitive = Primitives.Of(operation);
        if (choice.Kind == ChoiceKind.Complete && primitive.IsEnabled(state, agent, operation))
            primitive.Complete(transition, operation);
        else if (choice.Kind == ChoiceKind.TimeOut || operation.Timeout == TimeSpan.Zero)
            Clockwork.TimeOut(transition, primitive, operation);
        else
            throw new InvalidOperationException($"The choice '{choice}' is not possible: {operation.Describe().En} can't complete now.");
        return Replacements.After(state, transition.Result(), childId);
    }

    /// <summary>An agent's process is gone without having asked for its end: a fault that no program survives, or a signal from elsewhere.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="name">The agent.</param>
    /// <param name="exitCode">What the system says.</param>
    /// <param name="childId">The process id of a child that takes its place; null for one that depends on its name alone.</param>
    /// <exception cref="InvalidOperationException">There is no such living agent.</exception>
    public static StepResult Lose(KernelState state, string name, int exitCode, int? childId = null) =>
        state.Agents[name] is { IsAlive: true } agent
            ? Replacements.After(state, Deaths.Lose(state, agent, exitCode), childId)
            : throw new InvalidOperationException($"There is no living agent {name} to lose.");

    /// <summary>Whether an agent has asked for what it can't be given now.</summary>
    public static bool IsBlocked(KernelState state, AgentState agent) => agent.Pending is not null && !Clockwork.CanComplete(state, agent);

    /// <summary>The agents that could let a blocked one go on, in the order of their names.</summary>
    public static IReadOnlyList<string> AwaitedBy(KernelState state, AgentState agent) =>
        agent.Pending is { } operation ? [.. Primitives.Of(operation).HeldBy(state, agent, operation).Order(StringComparer.Ordinal)] : [];

    /// <summary>The agents that can't go on by themselves, each with what it waits for and who holds it.</summary>
    public static IReadOnlyList<Wait> Blocked(KernelState state)
    {
        var waits = new List<Wait>();
        foreach (var agent in state.Agents.Values)
        {
            if (agent.Pending is { } operation && IsBlocked(state, agent))
                waits.Add(new Wait(agent.Name, operation, agent.Site, AwaitedBy(state, agent).ToEquatableArray()) { For = Primitives.Of(operation).WaitsFor(state, agent, operation) });
        }

        return waits;
    }

    /// <summary>Whether nobody can ever go on although somebody lives.</summary>
    public static bool IsDeadlocked(KernelState state)
    {
        if (state.AwaitsOperations || Choices(state).Count > 0)
            return false;
        foreach (var agent in state.Agents.Values)
        {
            // In live time a deadline to come is no choice yet, but it will be.
            if (agent.IsAlive && agent.Deadline is not null)
                return false;
        }

        return state.Root.IsAlive;
    }

    /// <summary>The agents that outlive the root: what a program leaves behind.</summary>
    public static IReadOnlyList<AgentState> LeftBehind(KernelState state) =>
        state.Root.IsAlive ? [] : [.. state.Agents.Values.ToArray().Where(a => a.IsAlive)];

    /// <summary>Whether two operations that can both be done now can be done in either order with the same result.</summary>
    /// <remarks>
    /// A death is no operation. Starts commute as long as the limit of processes is not near.
    /// </remarks>
    public static bool Commute(KernelState state, AgentState first, AgentState second)
    {
        var others = AccessesOf(state, second);
        return !AccessesOf(state, first).Any(a => others.Any(a.ConflictsWith));
    }

    /// <summary>What an agent's pending operation reads and changes.</summary>
    public static IReadOnlyList<Access> AccessesOf(KernelState state, AgentState agent) =>
        agent.Pending is { } operation ? [.. Primitives.Of(operation).Accesses(state, agent, operation), .. AccessesOfReplacing(state, agent)] : [];

    /// <summary>Whether what an agent waits for, done now, commutes with whatever others can do, as long as nobody can end the agent from outside.</summary>
    public static bool CommutesWithAll(KernelState state, AgentState agent) =>
        agent.Pending is { } operation && Primitives.Of(operation).CommutesWithAll(state, agent, operation) && !AccessesOfReplacing(state, agent).Any();

    /// <summary>What a completed operation has taken, or by a negative number given back: who does both as often leaves it as it was. Null where there is nothing to give back.</summary>
    public static (string Name, int Count)? Taken(Operation operation, Outcome result) => Primitives.Of(operation).Taken(operation, result);

    /// <summary>Whether a completed operation has left everything as it was: a mere question has, and a try that failed.</summary>
    public static bool IsIdle(Operation operation, Outcome result) => Primitives.Of(operation).IsIdle(operation, result);

    /// <summary>The workers of an object that is a pool: they do the same, and their maker cannot tell them apart. Empty for any other.</summary>
    public static EquatableArray<string> WorkersOf(ObjectState value) => value is PoolState pool ? pool.Workers : [];

    // The end of a pool's worker changes who works for the pool.
    private static IEnumerable<Access> AccessesOfReplacing(KernelState state, AgentState agent) =>
        agent.Pending is EndProcess && Replacements.PoolOf(state, agent) is var (pool, _) ? [Access.Write(pool)] : [];

    /// <summary>The name of a file's object, the same for every way to write its path.</summary>
    public static string FileNameOf(string path) => FileRules.NameOf(path);

    /// <summary>The content of a file; null when it is not there.</summary>
    public static string? FileText(KernelState state, string path) => state.Find<FileState>(FileRules.NameOf(path))?.Content.ToString();

    /// <summary>Two agents that could access the file at once, one of them by a plain, two-step write, in words; null when there are none.</summary>
    public static LocalizedText? RaceOn(KernelState state, string path) => Races.On(state, FileRules.NameOf(path));

    /// <summary>What can happen if every agent that could go on now only goes round without effect, so that the clock passes it by.</summary>
    public static IReadOnlyList<Choice> ChoicesPast(KernelState state) => Choices(state, Clockwork.CanGoOn(state));

    /// <summary>The agents that must be parked for this choice to be possible; null when none need be.</summary>
    public static IReadOnlySet<string>? ParkedFor(KernelState state, Choice choice)
    {
        if (state.Agents[choice.Agent] is not { } agent || (choice.Kind != ChoiceKind.TimeOut && agent.Deadline is null))
            return null;
        var waitsForTime = choice.Kind == ChoiceKind.TimeOut || agent.Deadline > state.Now;
        return waitsForTime && !IsPossible(state, agent, choice, parked: null) ? Clockwork.CanGoOn(state) : null;
    }

    /// <summary>What can happen to one agent now, whatever the others do; what only the next deadline makes possible is not among it.</summary>
    public static IEnumerable<ChoiceKind> KindsOf(KernelState state, AgentState agent) => Clockwork.KindsOf(state, agent, isParked: false);

    /// <summary>Whether an agent's operation is about to access the file: see <see cref="RaceOn"/>.</summary>
    public static bool Touches(AgentState agent, string path) => Races.Touches(agent, FileRules.NameOf(path));

    // Most choices follow from the agent alone; what the others could do decides only whether the clock may go on.
    private static bool IsPossible(KernelState state, AgentState agent, Choice choice, IReadOnlySet<string>? parked) =>
        Clockwork.KindsOf(state, agent, parked?.Contains(agent.Name) == true).Contains(choice.Kind) || Choices(state, parked).Contains(choice);
}
