using ExerciseKit.Exploration.States;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Search;

/// <summary>Finds the broken schedule with the fewest preemptions, and among those the fewest steps.</summary>
/// <remarks>
/// A cheapest-first search over states and the agent that ran last: going on with that agent costs nothing but the steps,
/// taking over from it while it could go on costs a preemption.
/// </remarks>
/// <param name="space">The states; it is known that a broken schedule exists.</param>
/// <param name="doomed">States from which no end can be reached; to get there is broken too.</param>
internal sealed class SimplestSchedule(StateSpace space, HashSet<SearchState> doomed)
{
    private readonly List<(int Before, Choice Choice)> edges = [];
    private readonly PriorityQueue<(SearchState State, Stop? Stop, string? Last, int Edge), Cost> open = new();

    /// <summary>Finds it.</summary>
    /// <param name="states">How many states the first pass entered, for the result.</param>
    public Broken Find(int states, CancellationToken cancellation)
    {
        var found = new FoundSchedule(space, states);
        var done = new HashSet<(SearchState State, string? Last)>();
        (int Edge, int Preemptions)? endless = null;
        var start = space.Start();
        open.Enqueue((start.State, start.Stop, null, -1), new Cost(0, start.Steps, 0));
        while (open.TryDequeue(out var at, out var cost))
        {
            cancellation.ThrowIfCancellationRequested();
            if (at.Stop is { IsBroken: true })
                return new FoundSchedule(space, Math.Max(states, 1)).Broken(WayTo(at.Edge), cost.Preemptions);
            if (at.Stop is not null || !done.Add((at.State, at.Last)))
                continue;
            var choices = space.Choices(at.State);
            if (choices.Count == 0)
                return found.Deadlocked(WayTo(at.Edge), cost.Preemptions);
            if (doomed.Contains(at.State))
            {
                endless ??= (at.Edge, cost.Preemptions);
                if (space.AllGoRound(at.State))
                    return found.Endless(WayTo(at.Edge), cost.Preemptions);
            }

            Expand(at.State, at.Last, at.Edge, choices, cost);
        }

        // Nobody goes round alone: they send each other round.
        if (endless is var (edge, taken))
            return found.Endless(WayTo(edge), taken);
        throw new InvalidOperationException("A broken schedule was found once and not again: the state space is not a function of its choices.");
    }

    private void Expand(SearchState state, string? last, int edge, IReadOnlyList<Choice> choices, Cost cost)
    {
        var lastCanGoOn = choices.Any(c => c.Agent == last && c.Kind == ChoiceKind.Complete);
        foreach (var choice in choices)
        {
            var next = space.Next(state, choice);
            edges.Add((edge, choice));
            var preempts = lastCanGoOn && choice.Agent != last;
            open.Enqueue(
                (next.State, next.Stop, next.NameOf(choice.Agent), edges.Count - 1),
                new Cost(cost.Preemptions + (preempts ? 1 : 0), cost.Steps + next.Steps, edges.Count));
        }
    }

    private List<Choice> WayTo(int edge)
    {
        var way = new List<Choice>();
        for (var at = edge; at >= 0; at = edges[at].Before)
            way.Add(edges[at].Choice);
        way.Reverse();
        return way;
    }

    /// <summary>What a schedule costs; of equal ones the first found counts, so that the result is always the same.</summary>
    private readonly record struct Cost(int Preemptions, int Steps, int Found) : IComparable<Cost>
    {
        public int CompareTo(Cost other) => (Preemptions, Steps, Found).CompareTo((other.Preemptions, other.Steps, other.Found));
    }
}
