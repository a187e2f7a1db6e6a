using ExerciseKit.Contract;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.States;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Search;

/// <summary>Covers all schedules of a state space, or finds the simplest one that breaks something.</summary>
/// <remarks>
/// Two passes. This one enters each state once and decides whether anything is broken at all; it need not tell states apart
/// by the agent that ran last. Only where something is broken does <see cref="SimplestSchedule"/> look for the best example.
/// States with few preemptions come first, since most faults need few: what is broken is mostly found early.
/// Patience bounds the first pass only: the second knows that there is something to find among states that the first has bounded.
/// </remarks>
/// <param name="withoutTime">Searches the same program without regard to time; asked where a process goes on for ever, so that each moment is a new state.</param>
internal sealed class ScheduleSearch(StateSpace space, BehaviourLibrary library, SearchBudget budget, Func<SearchOutcome>? withoutTime = null, CancellationToken patience = default)
{
    private const int MaxSamples = 3;

    /// <summary>So many states make a program suspect that goes on for ever.</summary>
    private const int ManyStates = 2_000;

    /// <summary>It is told how far it is each time that it has gone on from so many states.</summary>
    private const int TellEvery = 1_000;

    private readonly ScheduleGraph graph = new();
    private readonly List<Queue<(SearchState State, string? Last, int Index)>> open = [new()];
    private readonly HashSet<Property> reached = [];
    private readonly List<int> endings = [];

    /// <summary>The states gone on from while it was not known of all rounds that they are such: where all who can go on go round, the clock goes on too.</summary>
    private List<(SearchState State, string? Last, int Index, int Preemptions, int Rounds)> expanded = [];

    /// <summary>What was known before this search of what its states are made of: the searches before it have paid for that.</summary>
    private readonly long known = KnownIn(space, library);

    private readonly int runsBefore = library.RealRuns;

    private long entries;
    private int done;
    private bool isSuspected;

    /// <summary>Told now and then how far it is; null for nobody.</summary>
    public Action<SearchProgress>? Told { get; init; }

    /// <summary>Searches.</summary>
    /// <exception cref="NondeterminismException">The same history led to different operations.</exception>
    public SearchOutcome Run(CancellationToken cancellation)
    {
        var outcome = WithinBounds(cancellation);
        return outcome is Covered && space.MayHideLimit
            ? new ScheduleSearch(space.WithEachEnd(), library, budget, withoutTime, patience) { Told = Told }.Run(cancellation)
            : outcome;
    }

    private SearchOutcome WithinBounds(CancellationToken cancellation)
    {
        var before = space.MaxSize;
        try
        {
            space.MaxSize = space.Size + budget.MaxEntries;
            return Cover(cancellation);
        }
        catch (StatesFullException)
        {
            return new OutOfBudget(graph.Count, TooManyEntries(), Reached());
        }
        finally
        {
            space.MaxSize = before;
        }
    }

    private SearchOutcome Cover(CancellationToken cancellation)
    {
        var start = space.Start();
        if (start.Stop is { IsBroken: true })
            return Simplest([], cancellation);
        Enter(start, -1, default, 0);
        do
        {
            for (var preemptions = 0; preemptions < open.Count; preemptions++)
            {
                while (open[preemptions].TryDequeue(out var at))
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (space.IsOutdated)
                        return new Outdated(graph.Count);
                    if (NeverEnds() is { } fault)
                        return fault;
                    if (LimitReached(at.State) is { } limit)
                        return new OutOfBudget(graph.Count, limit, Reached());
                    if (++done % TellEvery == 0)
                        Told?.Invoke(new SearchProgress(graph.Count, Math.Max(graph.Count - done, 0), budget.MaxStates));
                    if (!TryExpand(at.State, at.Last, at.Index, preemptions))
                        return Simplest([], cancellation);
                }
            }
        }
        while (Reopen());

        var doomed = library.HasRounds ? graph.Doomed() : [];
        return doomed.Count > 0
            ? Simplest(doomed, cancellation)
            : new Covered(graph.Count, Reached(), [.. endings.Select(e => space.Replay(graph.WayTo(e)).Trace)], graph.Ways());
    }

    /// <summary>Enters what a state leads to.</summary>
    /// <returns>False where that breaks something.</returns>
    private bool TryExpand(SearchState state, string? last, int index, int preemptions)
    {
        var choices = space.Choices(state);
        if (choices.Count == 0)
            return false;
        expanded.Add((state, last, index, preemptions, library.Rounds));
        var lastCanGoOn = last is not null && choices.Contains(new Choice(last, ChoiceKind.Complete));
        foreach (var choice in choices)
        {
            var next = space.Next(state, choice);
            if (next.Stop is { IsBroken: true })
                return false;
            Enter(next, index, choice, preemptions + (lastCanGoOn && choice.Agent != last ? 1 : 0));
        }

        return true;
    }

    /// <summary>Goes on from states again of whose choices some were known too late to go round.</summary>
    private bool Reopen()
    {
        var (before, isAny) = (expanded, false);
        expanded = [];
        foreach (var (state, last, index, preemptions, rounds) in before)
        {
            if (rounds == library.Rounds || !space.AllGoRound(state))
                continue;
            graph.Reopen(index);
            open[preemptions].Enqueue((state, last, index));
            isAny = true;
        }

        return isAny;
    }

    private void Enter(Transition to, int before, Choice choice, int preemptions)
    {
        foreach (var property in to.Reached)
            reached.Add(property);
        var (index, isNew) = graph.Add(to.State, before, choice, isEnd: to.Stop is not null);
        if (!isNew)
            return;
        while (open.Count <= preemptions)
            open.Add(new());
        if (to.Stop is null)
            open[preemptions].Enqueue((to.State, choice.Agent is null ? null : to.NameOf(choice.Agent), index));
        else if (endings.Count < MaxSamples)
            endings.Add(index);
    }

    private Broken Simplest(HashSet<SearchState> doomed, CancellationToken cancellation)
    {
        // There is something to find now, and it is not far.
        space.MaxSize = long.MaxValue;
        return new SimplestSchedule(space, doomed).Find(graph.Count, cancellation);
    }

    private Broken? NeverEnds()
    {
        if (isSuspected || withoutTime is null || graph.Count < ManyStates || !library.HasRounds)
            return null;
        isSuspected = true;
        return withoutTime() is Broken broken ? broken with { States = broken.States + graph.Count } : null;
    }

    private LocalizedText? LimitReached(SearchState state)
    {
        if (patience.IsCancellationRequested)
            return ("the time that one search may take", "一次搜索可用的时间");
        if (graph.Count >= budget.MaxStates)
            return ($"{budget.MaxStates} states", $"{budget.MaxStates} 个状态");
        entries += state.Parts.Length;
        if (entries + KnownIn(space, library) - known >= budget.MaxEntries)
            return TooManyEntries();
        if (library.RealRuns - runsBefore >= budget.MaxRealRuns)
            return ($"{budget.MaxRealRuns} real runs", $"{budget.MaxRealRuns} 次真实运行");
        return space.DepthOf(state) > budget.MaxOperations ? ($"{budget.MaxOperations} operations of one process", $"一个进程的 {budget.MaxOperations} 次操作") : null;
    }

    private LocalizedText TooManyEntries() =>
        ($"{budget.MaxEntries} agents, objects and pieces of text in {graph.Count} states", $"{graph.Count} 个状态中共 {budget.MaxEntries} 个进程、对象和文字片段");

    private static long KnownIn(StateSpace space, BehaviourLibrary library) => space.Size + library.Characters / KernelState.PieceOfText;

    private List<Property> Reached() => [.. space.Properties.Where(reached.Contains)];
}
