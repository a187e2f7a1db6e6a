using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.States;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Exploration.Search;

/// <summary>The states of one scenario in one tier of time, as seen by some properties, and the steps between them.</summary>
internal sealed class StateSpace
{
    /// <summary>How many steps that commute with everything are taken in a row before the program counts as endless.</summary>
    private const int MaxStepsInARow = 20_000;

    private readonly Scenario scenario;
    private readonly Target root;
    private readonly KnownSteps steps;
    private readonly StateStore store;
    private readonly BehaviourLibrary library;
    private readonly Lessons lessons;
    private readonly int apart;
    private readonly int tellingApart;
    private readonly ProgramFacts met;
    private readonly ProgramFacts facts;
    private readonly Observed observed;
    private readonly EagerSteps eager;
    private readonly Symmetry symmetry;
    private readonly RaceWatch races;
    private readonly Situations<bool> readyJoins;
    private readonly bool joinsAreSeen;
    private readonly bool forgetsTime;
    private readonly Dictionary<(int Agent, int Time), int> since = [];
    private readonly Dictionary<(SearchState State, int Effect, int Groups), Stop> ends = [];

    /// <param name="scenario">What is run.</param>
    /// <param name="root">What the root runs.</param>
    /// <param name="steps">The steps that are known of it.</param>
    /// <param name="properties">Who looks at it.</param>
    /// <param name="library">What its processes ask.</param>
    /// <param name="lessons">What the searches before have come upon; more may be added.</param>
    /// <param name="assumed">What the processes may ask for; null for what they were met asking for.</param>
    public StateSpace(Scenario scenario, Target root, KnownSteps steps, IReadOnlyList<Property> properties, BehaviourLibrary library, Lessons lessons, ProgramFacts? assumed = null)
    {
        (this.scenario, this.root, this.steps, store, Properties, this.library, this.lessons) = (scenario, root, steps, steps.Store, properties, library, lessons);
        (apart, tellingApart) = (library.Apart.Count, lessons.TellingApart.Count);
        met = library.Facts;
        facts = assumed ?? met;
        observed = new(properties);
        eager = new(steps, facts, properties);
        symmetry = new(steps, library, facts, properties, observed, lessons);
        races = new(store, properties);
        readyJoins = new(store, (state, place) => JoinRuns.IsReady(state.Kernel, state.Agent(place).Agent, state.Agent(place).History!));
        joinsAreSeen = JoinRuns.AreSeenBy(properties);
        // A property may speak of moments, as a process may that reads a clock. Without them a program that goes on for ever comes round.
        forgetsTime = !met.ReadsClocks && !met.KeepsDeadlines && !properties.Any(p => p.Observer.SeesTime || lessons.Timed.Contains(p));
    }

    public IReadOnlyList<Property> Properties { get; }

    /// <summary>Whether so many processes were started that in some order too many could have lived at once, which an end taken at once would hide.</summary>
    public bool MayHideLimit { get; private set; }

    /// <summary>Whether a process has asked for what none had asked for when these states were made, or a property for the time: they are not all that there are, then.</summary>
    public bool IsOutdated => library.Facts != met || (forgetsTime && Properties.Any(lessons.Timed.Contains)) || library.Apart.Count > apart || lessons.TellingApart.Count > tellingApart;

    /// <summary>How many things and pieces of text its states are made of, each counted once.</summary>
    public long Size => steps.Size;

    /// <summary>How many of these may be made; who asks for a step that needs more gets a <see cref="StatesFullException"/>.</summary>
    public long MaxSize
    {
        get => steps.MaxSize;
        set => steps.MaxSize = value;
    }

    /// <summary>The same states, where no end is taken at once.</summary>
    public StateSpace WithEachEnd() => new(scenario, root, steps, Properties, library, lessons, facts with { AsksWhoLives = true });

    /// <summary>The same states, where each agent keeps its own name.</summary>
    public StateSpace WithOwnNames() => new(scenario, root, steps, Properties, library, lessons, facts with { Draws = true });

    /// <summary>The kernel's part of a state.</summary>
    public KernelState KernelOf(SearchState state) => store.Unpack(state.Shape, state.Parts);

    /// <summary>The operations in the longest history of a state's living agents.</summary>
    public int DepthOf(SearchState state)
    {
        var depth = 0;
        for (var i = 0; i < state.Shape.Agents.Length; i++)
            depth = Math.Max(depth, store.Agent(state.Parts[i]).History?.Depth ?? 0);
        return depth;
    }

    /// <summary>The state before anything has happened, and the steps taken at once in it.</summary>
    public Transition Start() => Close(Beginning(null), isNormalized: true);

    /// <summary>All that can happen in a state. Where all who can go on only go round, the clock goes on too.</summary>
    public List<Choice> Choices(SearchState state)
    {
        var choices = WithoutUnreadyJoins(state, All(state));
        if (choices.Count == 0 || !library.HasRounds || !choices.TrueForAll(c => GoesRound(state, c)))
            return choices;
        return [.. choices, .. KernelRules.ChoicesPast(KernelOf(state))];
    }

    /// <summary>Whether all who can go on come back to this very state when they do.</summary>
    public bool AllGoRound(SearchState state) => All(state).TrueForAll(c => GoesRound(state, c));

    /// <summary>The same, where somebody can go on at all.</summary>
    public bool IsRound(SearchState state) => Choices(state).Count > 0 && AllGoRound(state);

    /// <summary>What one choice leads to, together with the steps that are then taken at once.</summary>
    public Transition Next(SearchState state, Choice choice) => Follow(state, choice, isNormalized: true);

    /// <summary>The same as <see cref="Start"/>, each agent under its own name.</summary>
    public Transition OwnStart(Recording recording) => Close(Beginning(recording), isNormalized: false);

    /// <summary>The same as <see cref="Next"/>, each agent under its own name.</summary>
    public Transition OwnNext(SearchState state, Choice choice, Recording recording) => Follow(state, choice, isNormalized: false, recording);

    /// <summary>The whole schedule and its trace: the choices made, with those taken at once in between.</summary>
    /// <remarks>The choices speak of agents by the places that they have in normalized states; the trace calls each by its own name.</remarks>
    /// <param name="made">The choices.</param>
    /// <param name="isStuck">Whether they end in a deadlock: joins that can wait are then still to be taken where the swapped twin has ended first.</param>
    public Replayed Replay(IEnumerable<Choice> made, bool isStuck = false)
    {
        var recording = new Recording();
        var ownNames = new Dictionary<string, string>();
        var normalized = Start();
        var own = Close(Beginning(recording), isNormalized: false);
        foreach (var choice in made)
        {
            ownNames = Renamed(ownNames, normalized.Places);
            // Whose join can wait depends on who of several twins has ended first; here it waits as long as it can.
            if (!IsUnreadyJoin(normalized.State, choice))
                Make(choice with { Agent = ownNames.GetValueOrDefault(choice.Agent, choice.Agent) });
            normalized = Next(normalized.State, choice);
        }

        while (isStuck && All(own.State) is [var join, ..])
            own = Follow(own.State, join, isNormalized: false, recording);

        return new Replayed(new Trace(recording.Choices, recording.Steps, own.Stop?.Fault), own.State, own.Stop);

        void Make(Choice choice)
        {
            while (!Choices(own.State).Contains(choice) && Choices(own.State).Where(c => IsUnreadyJoin(own.State, c)).ToList() is [var join, ..])
                own = Follow(own.State, join, isNormalized: false, recording);
            own = Follow(own.State, choice, isNormalized: false, recording);
        }
    }

    /// <summary>Whose place each agent of normalized states has: by its name there, its own.</summary>
    public static Dictionary<string, string> Renamed(Dictionary<string, string> ownNames, IReadOnlyDictionary<string, string>? places)
    {
        if (places is null)
            return ownNames;
        var renamed = new Dictionary<string, string>(ownNames);
        foreach (var (from, to) in places)
            renamed[to] = ownNames.GetValueOrDefault(from, from);
        return renamed;
    }

    private Walk Beginning(Recording? recording)
    {
        var start = observed.Start();
        var state = steps.Begin(root, scenario, start.Number);
        return new Walk(state.Shape, state.Copy(), start.Reached, recording);
    }

    private Transition Follow(SearchState state, Choice choice, bool isNormalized, Recording? recording = null)
    {
        var walk = new Walk(state.Shape, state.Copy(), [], recording);
        Take(walk, choice);
        return Close(walk, isNormalized);
    }

    /// <summary>What can happen in a state, as the kernel sees it.</summary>
    private List<Choice> All(SearchState state)
    {
        var choices = new List<Choice>(state.Shape.Agents.Length);
        for (var place = 0; place < state.Shape.Agents.Length; place++)
        {
            foreach (var kind in steps.KindsOf(state.Shape, state.Parts, place))
                choices.Add(new Choice(state.Shape.Agents[place], kind));
        }

        // Where nobody can go on the clock does, as far as the next of them needs.
        if (choices.Count == 0)
            choices.AddRange(KernelRules.Choices(KernelOf(state)));
        return choices;
    }

    /// <summary>A join that is ready while the next in its run is not can wait: nothing happens between them. Alone, it may go on.</summary>
    private List<Choice> WithoutUnreadyJoins(SearchState state, List<Choice> choices)
    {
        var unready = 0;
        foreach (var choice in choices)
            unready += IsUnreadyJoin(state, choice) ? 1 : 0;
        if (unready > 0 && unready < choices.Count)
            choices.RemoveAll(c => IsUnreadyJoin(state, c));
        return choices;
    }

    /// <summary>Whether the choice is a join that can wait, since the next in its run is not ready.</summary>
    public bool IsUnreadyJoin(SearchState state, Choice choice)
    {
        if (joinsAreSeen || choice.Kind != ChoiceKind.Complete)
            return false;
        var place = state.Shape.PlaceOf(choice.Agent);
        return store.Agent(state.Parts[place]).Agent.Pending is JoinProcess { Patience: null } && !readyJoins.Of(state.Shape, state.Parts, place);
    }

    /// <summary>Whether the agent comes back to this very state when it runs on alone.</summary>
    public bool GoesRound(SearchState state, Choice choice)
    {
        if (choice.Kind != ChoiceKind.Complete || !MayGoRound(state, choice.Agent))
            return false;
        var at = state;
        for (var i = 0; i < library.LongestRound; i++)
        {
            var next = Follow(at, choice, isNormalized: false);
            if (next.Stop is not null)
                return false;
            if (next.State.Equals(state))
                return true;
            at = next.State;
            if (!All(at).Contains(choice) || !MayGoRound(at, choice.Agent))
                return false;
        }

        return false;
    }

    private bool MayGoRound(SearchState state, string agent) => store.Agent(state.Parts[state.Shape.PlaceOf(agent)]).History is { IsInRound: true };

    private static LocalizedText NeverWaits(string who, CallSite site) => (
        $"{who} took more than {MaxStepsInARow} steps in a row at {site} without waiting for anything. Is there a loop that never ends?",
        $"{who} 在 {site} 连续执行了 {MaxStepsInARow} 步以上，没有等待任何东西。是不是有一个永远不会结束的循环？");

    private Transition Close(Walk walk, bool isNormalized)
    {
        while (walk.Stop is null && store.Agent(walk.Parts[walk.Shape.Root]).Agent.IsAlive && eager.Find(walk.Shape, walk.Parts) is >= 0 and var place)
        {
            if (walk.Steps > MaxStepsInARow)
            {
                var agent = store.Agent(walk.Parts[place]).Agent;
                walk.Stop = Stop.By(new Fault(Contract.Results.Verdict.Limit, NeverWaits(ProcessLabel.Of(agent), agent.Site), agent.Site));
                break;
            }

            Take(walk, new Choice(walk.Shape.Agents[place], ChoiceKind.Complete));
        }

        walk.Stop ??= races.In(walk.Shape, walk.Parts);
        var places = isNormalized ? Normalize(walk) : null;
        return new Transition(new SearchState(walk.Shape, walk.Parts), walk.Steps, walk.Stop, walk.Reached, places);
    }

    /// <summary>Puts the state that stands for all that are the same but for the time and for who of equal siblings is where.</summary>
    private IReadOnlyDictionary<string, string>? Normalize(Walk walk)
    {
        if (forgetsTime && store.Time(walk.Parts[walk.Shape.Time]) != TimeSpan.Zero)
            ForgetTime(walk.Shape, walk.Parts);
        var parts = walk.Parts;
        var places = symmetry.Normalize(walk.Shape, ref parts);
        walk.Parts = parts;
        return places;
    }

    private void ForgetTime(Shape shape, int[] parts)
    {
        var time = parts[shape.Time];
        for (var i = 0; i < shape.Agents.Length; i++)
        {
            if (!since.TryGetValue((parts[i], time), out var number))
            {
                var part = store.Agent(parts[i]);
                since[(parts[i], time)] = number = store.NumberOf(part with { Agent = part.Agent.Since(store.Time(time)) });
            }

            parts[i] = number;
        }

        parts[shape.Time] = store.NumberOf(TimeSpan.Zero);
    }

    private void Take(Walk walk, Choice choice)
    {
        var (shape, place) = (walk.Shape, walk.Shape.PlaceOf(choice.Agent));
        MayHideLimit |= !facts.AsksWhoLives && shape.Agents.Length >= store.Settings.MaxProcesses && store.Agent(walk.Parts[place]).Agent.Pending is StartProcess;
        var effect = steps.EffectOf(shape, walk.Parts, place, choice.Kind);
        walk.Note(choice, store);
        var seen = observed.After(walk.Parts[shape.Seen], effect);
        walk.Reach(seen.Reached);
        walk.Stop = seen.Stop ?? (effect.Fault is { } fault ? Stop.By(fault) : null);
        if (walk.Stop is not null)
            return;
        var change = steps.After(shape, walk.Parts, choice, effect);
        (walk.Parts, walk.Shape) = (change.Apply(walk.Parts), change.To);
        walk.Parts[walk.Shape.Seen] = seen.Number;
        if (!store.Agent(walk.Parts[walk.Shape.Root]).Agent.IsAlive)
            walk.Stop = AtEnd(walk, effect);
    }

    private Stop AtEnd(Walk walk, Effect effect)
    {
        var key = (new SearchState(walk.Shape, (int[])walk.Parts.Clone()), effect.Id, symmetry.Groups);
        if (!ends.TryGetValue(key, out var stop))
            ends[key] = stop = Judge(store.Unpack(walk.Shape, walk.Parts), walk.Parts[walk.Shape.Seen], effect.End!);
        return stop;
    }

    private Stop Judge(KernelState kernel, int seen, EndProcess rootEnd)
    {
        if (Faults.Leak(kernel) is { } leak)
            return Stop.By(leak);
        for (var i = 0; i < Properties.Count; i++)
        {
            var property = Properties[i];
            symmetry.Judge(i, observed.Of(seen, i), value => BrokenAtEnd(value) is null);
            if (BrokenAtEnd(observed.Of(seen, i)) is { } finding)
                return Stop.By(property, finding);

            LocalizedText? BrokenAtEnd(object value) => property.BrokenAtEnd(value, new ProgramEnd(kernel, rootEnd, () => lessons.Timed.Add(property)));
        }

        return Stop.Ended;
    }

    /// <summary>A transition in the making.</summary>
    private sealed class Walk(Shape shape, int[] parts, IReadOnlyList<Property> reached, Recording? recording)
    {
        public Shape Shape { get; set; } = shape;

        public int[] Parts { get; set; } = parts;

        public int Steps { get; private set; }

        public IReadOnlyList<Property> Reached { get; private set; } = reached;

        public Stop? Stop { get; set; }

        public void Reach(Property[] more)
        {
            if (more.Length > 0)
                Reached = [.. Reached, .. more];
        }

        public void Note(Choice choice, StateStore store)
        {
            Steps++;
            if (recording is null)
                return;
            var before = store.Unpack(Shape, Parts);
            var result = KnownSteps.Step(before, choice);
            recording.Choices.Add(choice);
            recording.Steps.Add(new TraceStep(before, result.State, result.Events));
        }
    }
}
