using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Exploration.Search;

/// <summary>The states of one scenario in one tier of time, as seen by some properties, and the steps between them.</summary>
internal sealed class StateSpace(Scenario scenario, Target root, KernelSettings settings, IReadOnlyList<Property> properties, BehaviourLibrary library, ISet<Property> timed, ProgramFacts? assumed = null)
{
    /// <summary>How many steps that commute with everything are taken in a row before the program counts as endless.</summary>
    private const int MaxStepsInARow = 20_000;

    private readonly ProgramFacts met = library.Facts;
    private readonly ProgramFacts facts = assumed ?? library.Facts;
    private readonly EagerSteps eager = new(assumed ?? library.Facts, properties);
    private readonly Symmetry symmetry = new(assumed ?? library.Facts, properties);
    private readonly bool joinsAreSeen = JoinRuns.AreSeenBy(properties);

    // A property may speak of moments, as a process may that reads a clock. Without them a program that goes on for ever comes round.
    private readonly bool forgetsTime = !library.Facts.ReadsClocks && !properties.Any(p => p.Observer.SeesTime || timed.Contains(p));

    public IReadOnlyList<Property> Properties => properties;

    /// <summary>Whether so many processes were started that in some order too many could have lived at once, which an end taken at once would hide.</summary>
    public bool MayHideLimit { get; private set; }

    /// <summary>Whether a process has asked for what none had asked for when these states were made, or a property for the time: they are not all that there are, then.</summary>
    public bool IsOutdated => library.Facts != met || (forgetsTime && properties.Any(timed.Contains));

    /// <summary>The same states, where no end is taken at once.</summary>
    public StateSpace WithEachEnd() => new(scenario, root, settings, properties, library, timed, facts with { AsksWhoLives = true });

    /// <summary>The same states, where each agent keeps its own name.</summary>
    public StateSpace WithOwnNames() => new(scenario, root, settings, properties, library, timed, facts with { AsksWhoItIs = true });

    /// <summary>The state before anything has happened, and the steps taken at once in it.</summary>
    public Transition Start() => Normalized(Close(Beginning()));

    /// <summary>All that can happen in a state. Where all who can go on only go round, the clock goes on too.</summary>
    public IReadOnlyList<Choice> Choices(SearchState state)
    {
        var choices = WithoutUnreadyJoins(state, KernelRules.Choices(state.Kernel));
        if (choices.Count == 0 || !library.HasRounds || choices.Any(c => !GoesRound(state, c)))
            return choices;
        return [.. choices, .. KernelRules.ChoicesPast(state.Kernel)];
    }

    /// <summary>Whether all who can go on come back to this very state when they do.</summary>
    public bool AllGoRound(SearchState state) => KernelRules.Choices(state.Kernel).All(c => GoesRound(state, c));

    /// <summary>What one choice leads to, together with the steps that are then taken at once.</summary>
    public Transition Next(SearchState state, Choice choice) => Normalized(Follow(state, choice));

    /// <summary>The whole schedule and its trace: the choices made, with those taken at once in between.</summary>
    /// <remarks>The choices speak of agents by the places that they have in normalized states; the trace calls each by its own name.</remarks>
    /// <param name="made">The choices.</param>
    /// <param name="isStuck">Whether they end in a deadlock: joins that can wait are then still to be taken where the swapped twin has ended first.</param>
    public Replayed Replay(IEnumerable<Choice> made, bool isStuck = false)
    {
        var steps = new List<TraceStep>();
        var choices = new List<Choice>();
        var ownNames = new Dictionary<string, string>();
        var normalized = Start();
        var own = Close(Beginning());
        Append(own);
        foreach (var choice in made)
        {
            ownNames = Renamed(ownNames, normalized.Places);
            // Whose join can wait depends on who of several twins has ended first; here it waits as long as it can.
            if (!IsUnreadyJoin(normalized.State, choice))
                Make(choice with { Agent = ownNames.GetValueOrDefault(choice.Agent, choice.Agent) });
            normalized = Next(normalized.State, choice);
        }

        while (isStuck && KernelRules.Choices(own.State.Kernel) is [var join, ..])
            Append(own = Follow(own.State, join));

        return new Replayed(new Trace(choices, steps, own.Stop?.Fault), own.State, own.Stop);

        void Make(Choice choice)
        {
            while (!Choices(own.State).Contains(choice) && Choices(own.State).Where(c => IsUnreadyJoin(own.State, c)).ToList() is [var join, ..])
                Append(own = Follow(own.State, join));
            Append(own = Follow(own.State, choice));
        }

        void Append(Transition transition)
        {
            steps.AddRange(transition.Steps);
            choices.AddRange(transition.Choices);
        }
    }

    private static Dictionary<string, string> Renamed(Dictionary<string, string> ownNames, IReadOnlyDictionary<string, string>? places)
    {
        if (places is null)
            return ownNames;
        var renamed = new Dictionary<string, string>(ownNames);
        foreach (var (from, to) in places)
            renamed[to] = ownNames.GetValueOrDefault(from, from);
        return renamed;
    }

    private Walk Beginning()
    {
        var kernel = KernelRules.Begin(scenario.SettingsFrom(settings), root, scenario.Arguments, scenario.Files.Select(f => KeyValuePair.Create(f.Path, f.Content)));
        var walk = new Walk(kernel, NamedMap.Empty<BehaviourNode>(), [.. properties.Select(p => p.Observer.Start)]);
        walk.Reached.UnionWith(properties.Where((p, i) => p.IsReachedBy(walk.Observed[i])));
        Enter(walk, kernel.Root);
        return walk;
    }

    private Transition Follow(SearchState state, Choice choice)
    {
        var walk = new Walk(state.Kernel, state.Histories, (object[])state.Observed.Clone());
        Take(walk, choice);
        return Close(walk);
    }

    private Transition Normalized(Transition transition)
    {
        var (kernel, histories) = (forgetsTime ? transition.State.Kernel.SinceNow() : transition.State.Kernel, transition.State.Histories);
        var places = symmetry.Normalize(ref kernel, ref histories);
        return ReferenceEquals(kernel, transition.State.Kernel)
            ? transition
            : transition with { State = new SearchState(kernel, histories, transition.State.Observed), Places = places };
    }

    /// <summary>A join that is ready while the next in its run is not can wait: nothing happens between them. Alone, it may go on.</summary>
    private IReadOnlyList<Choice> WithoutUnreadyJoins(SearchState state, IReadOnlyList<Choice> choices)
    {
        var rest = choices.Where(c => !IsUnreadyJoin(state, c)).ToList();
        return rest.Count == 0 ? choices : rest;
    }

    private bool IsUnreadyJoin(SearchState state, Choice choice) =>
        !joinsAreSeen
        && choice.Kind == ChoiceKind.Complete
        && state.Kernel.Agents[choice.Agent] is { Pending: JoinProcess { Patience: null } } agent
        && !JoinRuns.IsReady(state.Kernel, agent, state.Histories[choice.Agent]!);

    /// <summary>Whether the agent comes back to this very state when it runs on alone.</summary>
    public bool GoesRound(SearchState state, Choice choice)
    {
        if (choice.Kind != ChoiceKind.Complete || state.Histories[choice.Agent] is not { IsInRound: true })
            return false;
        var at = state;
        for (var i = 0; i < library.LongestRound; i++)
        {
            var next = Follow(at, choice);
            if (next.Stop is not null)
                return false;
            if (next.State.Equals(state))
                return true;
            at = next.State;
            if (!KernelRules.Choices(at.Kernel).Contains(choice))
                return false;
        }

        return false;
    }

    private Transition Close(Walk walk)
    {
        while (walk.Stop is null && walk.Kernel.Root.IsAlive && eager.Find(walk.Kernel, walk.Histories) is { } choice)
        {
            if (walk.Choices.Count > MaxStepsInARow)
            {
                var agent = walk.Kernel.Agents[choice.Agent]!;
                walk.Stop = Stop.By(new Fault(Contract.Results.Verdict.Limit, $"{ProcessLabel.Of(agent)} took more than {MaxStepsInARow} steps in a row at {agent.Site} without waiting for anything. Is there a loop that never ends?", agent.Site));
                break;
            }

            Take(walk, choice);
        }

        walk.Stop ??= RaceIn(walk.Kernel);
        return new Transition(new SearchState(walk.Kernel, walk.Histories, walk.Observed), walk.Choices, walk.Steps, walk.Stop, walk.Reached, Places: null);
    }

    private void Take(Walk walk, Choice choice)
    {
        var before = walk.Kernel;
        MayHideLimit |= !facts.AsksWhoLives && before.Agents.Count >= settings.MaxProcesses && before.Agents[choice.Agent]!.Pending is StartProcess;
        var result = KernelRules.Step(before, choice, parked: KernelRules.ParkedFor(before, choice));
        walk.Kernel = result.State;
        walk.Choices.Add(choice);
        walk.Steps.Add(new TraceStep(before, result.State, result.Events));
        foreach (var happened in result.Events)
        {
            Observe(walk, happened);
            if (happened is ProcessEnded or ProcessDied)
            {
                walk.Histories = walk.Histories.Without(happened.Agent);
                walk.Kernel = walk.Kernel.Folded(happened.Agent);
            }
        }

        if (walk.Stop is null && Faults.In(walk.Steps[^1], scenario) is { } fault)
            walk.Stop = Stop.By(fault);
        if (walk.Stop is not null)
            return;
        foreach (var reply in result.Replies)
            Ask(walk, reply.Agent, library.After(walk.Histories[reply.Agent]!, reply.Outcome));
        foreach (var started in result.Events.OfType<ProcessStarted>())
            Enter(walk, walk.Kernel.Agents[started.Child]!);
        if (!walk.Kernel.Root.IsAlive)
            walk.Stop = AtEnd(walk, result);
    }

    private void Observe(Walk walk, KernelEvent happened)
    {
        for (var i = 0; i < properties.Count; i++)
        {
            walk.Observed[i] = properties[i].After(walk.Observed[i], happened);
            if (properties[i].IsReachedBy(walk.Observed[i]))
                walk.Reached.Add(properties[i]);
            if (walk.Stop is null && properties[i].BrokenBy(walk.Observed[i]) is { } finding)
                walk.Stop = Stop.By(properties[i], finding);
        }
    }

    private Stop AtEnd(Walk walk, StepResult last)
    {
        if (Faults.Leak(walk.Kernel) is { } leak)
            return Stop.By(leak);
        for (var i = 0; i < properties.Count; i++)
        {
            var property = properties[i];
            var end = new ProgramEnd(walk.Kernel, last.Events.OfType<ProcessEnded>().Single(e => e.Agent == Names.Root).End, () => timed.Add(property));
            if (properties[i].BrokenAtEnd(walk.Observed[i], end) is { } finding)
                return Stop.By(properties[i], finding);
        }

        return Stop.Ended;
    }

    private Stop? RaceIn(KernelState kernel)
    {
        foreach (var property in properties)
        {
            if (property is RaceFree free && free.BrokenIn(kernel) is { } race)
                return Stop.By(property, race);
        }

        return null;
    }

    private void Enter(Walk walk, AgentState agent) =>
        Ask(walk, agent.Name, library.Of(agent.Target, agent.Arguments.MapNames(name => Names.Relative(name, agent.Name))).Root);

    private void Ask(Walk walk, string agent, BehaviourNode history)
    {
        walk.Histories = walk.Histories.With(agent, history);
        var asked = library.Ask(history);
        walk.Kernel = KernelRules.Submit(walk.Kernel, agent, asked.Operation, asked.Site);
    }

    /// <summary>A transition in the making.</summary>
    private sealed class Walk(KernelState kernel, NamedMap<BehaviourNode> histories, object[] observed)
    {
        public KernelState Kernel { get; set; } = kernel;

        public NamedMap<BehaviourNode> Histories { get; set; } = histories;

        public object[] Observed { get; } = observed;

        public List<Choice> Choices { get; } = [];

        public List<TraceStep> Steps { get; } = [];

        public HashSet<Property> Reached { get; } = [];

        public Stop? Stop { get; set; }
    }
}
