using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Search;

/// <summary>Covers all schedules of a state space, or finds the simplest one that breaks something.</summary>
/// <remarks>
/// Two passes. The first enters each state once, in any order, and decides whether anything is broken at all. Only where
/// something is does the second look for the schedule with the fewest preemptions, and then the fewest steps: it must tell
/// states apart by the agent that ran last, which the first pass need not.
/// </remarks>
internal sealed class ScheduleSearch(StateSpace space, BehaviourLibrary library, SearchBudget budget)
{
    private const int MaxSamples = 3;

    private readonly HashSet<Property> reached = [];
    private readonly List<List<Choice>> endings = [];

    public SearchOutcome Run(CancellationToken cancellation)
    {
        var graph = new List<Edge>();
        var seen = new HashSet<SearchState>();
        var start = space.Start();
        if (start.Stop is { IsBroken: true })
            return Report(1, [], start, 0);
        var open = new Queue<(SearchState State, int Edge)>();
        Visit(start, -1);
        while (open.TryDequeue(out var at))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Limit(seen.Count) is { } limit)
                return new OutOfBudget(seen.Count, limit, Reached());
            var choices = StateSpace.Choices(at.State);
            if (choices.Count == 0)
                return FewestPreemptions(seen.Count, cancellation);
            foreach (var choice in choices)
            {
                var next = space.Next(at.State, choice);
                if (next.Stop is { IsBroken: true })
                    return FewestPreemptions(seen.Count, cancellation);
                graph.Add(new Edge(at.Edge, choice));
                Visit(next, graph.Count - 1);
            }
        }

        return new Covered(seen.Count, Reached(), [.. endings.Select(space.Replay)]);

        void Visit(Transition to, int edge)
        {
            NoteReached(to.State);
            if (to.Stop is null)
            {
                if (seen.Add(to.State))
                    open.Enqueue((to.State, edge));
            }
            else if (seen.Add(to.State) && endings.Count < MaxSamples)
            {
                endings.Add(PathTo(graph, edge));
            }
        }
    }

    /// <summary>0-1 breadth-first search: going on with the agent that ran last costs nothing, taking over from it costs one.</summary>
    private Broken FewestPreemptions(int states, CancellationToken cancellation)
    {
        var graph = new List<Edge>();
        var done = new HashSet<(SearchState State, string? Last)>();
        var open = new List<Queue<(SearchState State, string? Last, int Edge)>> { new() };
        var start = space.Start();
        var dearer = new Dictionary<int, (Transition Broken, int Edge)>();
        open[0].Enqueue((start.State, null, -1));
        for (var preemptions = 0; preemptions < open.Count; preemptions++)
        {
            if (dearer.TryGetValue(preemptions, out var due))
                return Report(states, PathTo(graph, due.Edge), due.Broken, preemptions);
            while (open[preemptions].TryDequeue(out var at))
            {
                cancellation.ThrowIfCancellationRequested();
                if (!done.Add((at.State, at.Last)))
                    continue;
                var choices = StateSpace.Choices(at.State);
                if (choices.Count == 0)
                    return Report(states, PathTo(graph, at.Edge), null, preemptions, at.State);
                var lastCanGoOn = choices.Any(c => c.Agent == at.Last && c.Kind == ChoiceKind.Complete);
                foreach (var choice in choices)
                {
                    var next = space.Next(at.State, choice);
                    graph.Add(new Edge(at.Edge, choice));
                    var cost = preemptions + (lastCanGoOn && choice.Agent != at.Last ? 1 : 0);
                    while (open.Count <= cost)
                        open.Add(new());
                    if (next.Stop is { IsBroken: true } && cost == preemptions)
                        return Report(states, PathTo(graph, graph.Count - 1), next, cost);
                    if (next.Stop is { IsBroken: true })
                        dearer.TryAdd(cost, (next, graph.Count - 1));
                    else if (next.Stop is null)
                        open[cost].Enqueue((next.State, choice.Agent, graph.Count - 1));
                }
            }
        }

        throw new InvalidOperationException("A broken schedule was found once and not again: the state space is not a function of its choices.");
    }

    private Broken Report(int states, List<Choice> path, Transition? last, int preemptions, SearchState? deadlocked = null)
    {
        var trace = space.Replay(path);
        if (deadlocked is not null)
            trace = trace with { Fault = Faults.Deadlock(deadlocked.Kernel) };
        var finding = last?.Stop is { Property: { } property } stop ? new Finding(property, stop.Finding!, trace.Steps.Count - 1) : null;
        return new Broken(states, trace, preemptions, finding);
    }

    private string? Limit(int states)
    {
        if (states >= budget.MaxStates)
            return $"{budget.MaxStates} states";
        return library.RealRuns >= budget.MaxRealRuns ? $"{budget.MaxRealRuns} real runs" : null;
    }

    private void NoteReached(SearchState state)
    {
        for (var i = 0; i < space.Properties.Count; i++)
        {
            if (space.Properties[i].IsReachedBy(state.Observed[i]))
                reached.Add(space.Properties[i]);
        }
    }

    private List<Property> Reached() => [.. space.Properties.Where(reached.Contains)];

    private static List<Choice> PathTo(List<Edge> graph, int edge)
    {
        var path = new List<Choice>();
        for (var at = edge; at >= 0; at = graph[at].Before)
            path.Add(graph[at].Choice);
        path.Reverse();
        return path;
    }

    /// <summary>A choice, and the edge before it.</summary>
    private readonly record struct Edge(int Before, Choice Choice);
}
