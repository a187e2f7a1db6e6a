using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Exploration.States;

/// <summary>What can happen and what comes of it: the kernel's rules and the learnt behaviour, asked once for each distinct situation.</summary>
/// <remarks>Shared by all searches of a program with the same settings: a step that one has seen, the next need not work out again.</remarks>
internal sealed class KnownSteps
{
    private readonly BehaviourLibrary library;
    private readonly Scenario scenario;
    private readonly Situations<ChoiceKind[]> kinds;
    private readonly Situations<Effect> effects;
    private readonly HashSet<string> lines = [];
    private long charactersOfLines;
    private int effectsMade;

    /// <param name="settings">What holds for all the states.</param>
    /// <param name="scenario">Says whether a crash is a fault.</param>
    /// <param name="library">What the processes ask.</param>
    public KnownSteps(KernelSettings settings, Scenario scenario, BehaviourLibrary library)
    {
        (this.library, this.scenario, Store) = (library, scenario, new StateStore(settings));
        kinds = new(Store, (state, place) => [.. KernelRules.KindsOf(state.Kernel, state.Agent(place).Agent)]);
        effects = new(Store, EffectIn, Kinds);
    }

    public StateStore Store { get; }

    private static int Kinds { get; } = Enum.GetValues<ChoiceKind>().Length;

    /// <summary>How many things and pieces of text are kept for it.</summary>
    public long Size => Store.Size + effects.Count + kinds.Count + (charactersOfLines / KernelState.PieceOfText);

    /// <summary>How many may be kept.</summary>
    public long MaxSize { get; set; } = long.MaxValue;

    /// <summary>The state before anything has happened.</summary>
    /// <param name="root">What the root runs.</param>
    /// <param name="start">What it is given.</param>
    /// <param name="seen">The number of what the observers have seen.</param>
    public SearchState Begin(Target root, Scenario start, int seen)
    {
        var kernel = KernelRules.Begin(Store.Settings, root, start.Arguments, start.Files.Select(f => KeyValuePair.Create(f.Path, f.Content)));
        var running = new Running(kernel, NamedMap.Empty<BehaviourNode>());
        Enter(running, kernel.Root);
        return Store.Pack(running.Kernel, running.Histories, seen);
    }

    /// <summary>What can happen to an agent now, whatever the others do.</summary>
    public ChoiceKind[] KindsOf(Shape shape, ReadOnlySpan<int> parts, int place) => kinds.Of(shape, parts, place);

    /// <summary>What a choice does.</summary>
    public Effect EffectOf(Shape shape, ReadOnlySpan<int> parts, int place, ChoiceKind kind) => effects.Of(shape, parts, (place * Kinds) + (int)kind);

    /// <summary>What is otherwise after a choice, when all who got an answer have asked for what they do next.</summary>
    /// <param name="shape">The state's shape.</param>
    /// <param name="parts">The state.</param>
    /// <param name="choice">The choice.</param>
    /// <param name="effect">What it does.</param>
    /// <exception cref="NondeterminismException">The same history led to different operations.</exception>
    public Change After(Shape shape, int[] parts, Choice choice, Effect effect) => effect.Change ??= ChangeBy(shape, parts, choice);

    private Effect EffectIn(WatchedState state, int start)
    {
        // One step may make a text as long as all before it: a search that counts between its steps would come too late.
        if (Size > MaxSize)
            throw new StatesFullException();
        var (place, kind) = (start / Kinds, (ChoiceKind)(start % Kinds));
        var result = Step(state.Kernel, new Choice(state.Shape.Agents[place], kind));
        // What comes after it is a function of who is answered, and when.
        state.Agent(place);
        foreach (var reply in result.Replies)
            state.HistoryOf(reply.Agent);
        state.ReadTime();
        return new Effect(effectsMade++, [.. result.Events.Select(Kept)], Faults.In(new TraceStep(state.Kernel, result.State, result.Events), scenario));
    }

    /// <summary>The event, its line kept once: the same is printed in thousands of situations.</summary>
    private KernelEvent Kept(KernelEvent happened)
    {
        if (happened is not LinePrinted printed)
            return happened;
        if (lines.TryGetValue(printed.Line, out var known))
            return printed with { Line = known };
        lines.Add(printed.Line);
        charactersOfLines += printed.Line.Length;
        return printed;
    }

    private Change ChangeBy(Shape shape, int[] parts, Choice choice)
    {
        var result = Step(Store.Unpack(shape, parts), choice);
        var running = new Running(result.State, Store.Histories(shape, parts));
        foreach (var happened in result.Events)
        {
            if (happened is ProcessEnded or ProcessDied)
                running.End(happened.Agent);
        }

        foreach (var reply in result.Replies)
            Ask(running, reply.Agent, library.After(running.Histories[reply.Agent]!, reply.Outcome));
        foreach (var started in result.Events.OfType<ProcessStarted>())
            Enter(running, running.Kernel.Agents[started.Child]!);
        return Change.Between(shape, parts, Store.Pack(running.Kernel, running.Histories, parts[shape.Seen]));
    }

    /// <summary>Lets a choice happen, as the kernel does.</summary>
    public static StepResult Step(KernelState state, Choice choice) =>
        KernelRules.Step(state, choice, parked: KernelRules.ParkedFor(state, choice));

    /// <summary>What is known of processes that do what an agent does.</summary>
    public BehaviourTree TreeOf(AgentState agent) => library.Of(agent.Target, agent.Arguments.MapNames(name => Names.Relative(name, agent.Name)));

    private void Enter(Running running, AgentState agent) => Ask(running, agent.Name, TreeOf(agent).Root);

    private void Ask(Running running, string agent, BehaviourNode history)
    {
        var asked = library.Ask(history);
        running.Histories = running.Histories.With(agent, history);
        running.Kernel = KernelRules.Submit(running.Kernel, agent, asked.Operation, asked.Site);
    }

    /// <summary>A state in which somebody runs.</summary>
    private sealed class Running(KernelState kernel, NamedMap<BehaviourNode> histories)
    {
        public KernelState Kernel { get; set; } = kernel;

        public NamedMap<BehaviourNode> Histories { get; set; } = histories;

        public void End(string agent) => (Kernel, Histories) = (Kernel.Folded(agent), Histories.Without(agent));
    }
}
