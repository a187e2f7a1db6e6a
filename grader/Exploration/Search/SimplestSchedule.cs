using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Search;

/// <summary>Finds the broken schedule with the fewest preemptions, and among those the fewest choices.</summary>
/// <remarks>
/// A 0-1 breadth-first search over states and the agent that ran last: going on with that agent costs nothing, taking over
/// from it while it could go on costs one.
/// </remarks>
/// <param name="space">The states; it is known that a broken schedule exists.</param>
/// <param name="doomed">States from which no end can be reached; to get there is broken too.</param>
internal sealed class SimplestSchedule(StateSpace space, HashSet<SearchState> doomed)
{
    private readonly List<(int Before, Choice Choice)> edges = [];
    private readonly List<Queue<(SearchState State, string? Last, int Edge)>> open = [new()];
    private readonly Dictionary<int, (Transition Broken, int Edge)> dearer = [];

    /// <summary>Finds it.</summary>
    /// <param name="states">How many states the first pass entered, for the result.</param>
    public Broken Find(int states, CancellationToken cancellation)
    {
        var start = space.Start();
        if (start.Stop is { IsBroken: true })
            return Report(Math.Max(states, 1), start, -1, 0);
        var done = new HashSet<(SearchState State, string? Last)>();
        (SearchState State, int Edge, int Preemptions)? endless = null;
        open[0].Enqueue((start.State, null, -1));
        for (var preemptions = 0; preemptions < open.Count; preemptions++)
        {
            if (dearer.TryGetValue(preemptions, out var due))
                return Report(states, due.Broken, due.Edge, preemptions);
            while (open[preemptions].TryDequeue(out var at))
            {
                cancellation.ThrowIfCancellationRequested();
                if (!done.Add((at.State, at.Last)))
                    continue;
                var choices = space.Choices(at.State);
                if (choices.Count == 0)
                    return ReportStuck(states, Faults.Deadlock(at.State.Kernel), at.Edge, preemptions);
                if (doomed.Contains(at.State))
                {
                    endless ??= (at.State, at.Edge, preemptions);
                    if (space.AllGoRound(at.State))
                        return ReportEndless(states, at.State, at.Edge, preemptions);
                }

                if (Expand(at.State, at.Last, at.Edge, choices, preemptions) is { } broken)
                    return Report(states, broken, edges.Count - 1, preemptions);
            }
        }

        // Nobody goes round alone: they send each other round.
        if (endless is var (state, edge, taken))
            return ReportEndless(states, state, edge, taken);
        throw new InvalidOperationException("A broken schedule was found once and not again: the state space is not a function of its choices.");
    }

    /// <summary>Takes each choice; the broken transition when one costs nothing more.</summary>
    private Transition? Expand(SearchState state, string? last, int edge, IReadOnlyList<Choice> choices, int preemptions)
    {
        var lastCanGoOn = choices.Any(c => c.Agent == last && c.Kind == ChoiceKind.Complete);
        foreach (var choice in choices)
        {
            var next = space.Next(state, choice);
            edges.Add((edge, choice));
            var cost = preemptions + (lastCanGoOn && choice.Agent != last ? 1 : 0);
            while (open.Count <= cost)
                open.Add(new());
            if (next.Stop is null)
                open[cost].Enqueue((next.State, next.NameOf(choice.Agent), edges.Count - 1));
            else if (next.Stop.IsBroken && cost == preemptions)
                return next;
            else if (next.Stop.IsBroken)
                dearer.TryAdd(cost, (next, edges.Count - 1));
        }

        return null;
    }

    private Broken Report(int states, Transition broken, int edge, int preemptions)
    {
        var trace = space.Replay(WayTo(edge));
        var finding = broken.Stop is { Property: { } property, Finding: { } found } ? new Finding(property, found, trace.Steps.Count - 1) : null;
        return new Broken(states, trace, preemptions, finding);
    }

    private Broken ReportStuck(int states, Fault fault, int edge, int preemptions) =>
        new(states, space.Replay(WayTo(edge)) with { Fault = fault }, preemptions, Finding: null);

    private Broken ReportEndless(int states, SearchState state, int edge, int preemptions) =>
        ReportStuck(states, Faults.Livelock(state.Kernel, space.Choices(state).Select(c => c.Agent).Distinct()), edge, preemptions);

    private List<Choice> WayTo(int edge)
    {
        var way = new List<Choice>();
        for (var at = edge; at >= 0; at = edges[at].Before)
            way.Add(edges[at].Choice);
        way.Reverse();
        return way;
    }
}
