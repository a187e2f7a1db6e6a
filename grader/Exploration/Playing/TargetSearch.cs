using ExerciseKit.Exploration.Search;
using ExerciseKit.Exploration.States;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Playing;

/// <summary>Finds the fewest choices that lead to a state of a kind: on the chart where it is there, else from state to state.</summary>
internal sealed class TargetSearch(PlayField field, PlayBudget budget)
{
    private readonly StateSpace space = field.Space;

    /// <summary>The choices to the nearest one.</summary>
    /// <param name="from">Where they begin.</param>
    /// <param name="index">Its number on the chart; negative where it is not there.</param>
    /// <param name="target">What is looked for.</param>
    /// <returns>Null where none was found, and whether there is none for sure.</returns>
    public (IReadOnlyList<Choice>? Way, bool IsSure) Find(SearchState from, int index, PlayTarget target, CancellationToken cancellation)
    {
        if (index >= 0 && OnChart(index, target) is { } way)
            return (way, true);
        if (index >= 0 && field.WaysFrom(index) is not null)
            return (null, true);
        return ByChoices(from, target, cancellation);
    }

    private List<Choice>? OnChart(int index, PlayTarget target)
    {
        var chart = field.Chart!;
        var before = new Dictionary<int, int> { [index] = -1 };
        var open = new Queue<int>([index]);
        while (open.TryDequeue(out var at))
        {
            if (at != index && field.Is(at, target))
                return WayTo(at);
            foreach (var to in chart.From(at))
            {
                if (before.TryAdd(to, at))
                    open.Enqueue(to);
            }
        }

        return null;

        List<Choice> WayTo(int end)
        {
            var way = new List<Choice>();
            for (var at = end; before[at] >= 0; at = before[at])
                way.Add(space.Choices(chart[before[at]])[chart.From(before[at]).IndexOf(at)]);
            way.Reverse();
            return way;
        }
    }

    private (IReadOnlyList<Choice>? Way, bool IsSure) ByChoices(SearchState from, PlayTarget target, CancellationToken cancellation)
    {
        var met = new HashSet<SearchState> { from };
        var edges = new List<(int Before, Choice Choice)>();
        var open = new Queue<(SearchState State, int Edge)>([(from, -1)]);
        while (open.TryDequeue(out var at))
        {
            cancellation.ThrowIfCancellationRequested();
            var choices = space.Choices(at.State);
            if (at.Edge >= 0 && Fits(at.State, choices, target))
                return (WayTo(at.Edge), true);
            foreach (var choice in choices)
            {
                var next = space.Next(at.State, choice);
                edges.Add((at.Edge, choice));
                if (next.Stop is { } stop)
                {
                    if (stop.IsBroken ? target == PlayTarget.Break : target == PlayTarget.End)
                        return (WayTo(edges.Count - 1), true);
                }
                else if (met.Count < budget.MaxLookedAt && met.Add(next.State))
                {
                    open.Enqueue((next.State, edges.Count - 1));
                }
            }
        }

        return (null, met.Count < budget.MaxLookedAt);

        List<Choice> WayTo(int edge)
        {
            var way = new List<Choice>();
            for (; edge >= 0; edge = edges[edge].Before)
                way.Add(edges[edge].Choice);
            way.Reverse();
            return way;
        }
    }

    // That all go round alone is as much as is seen of a livelock without the whole chart.
    private bool Fits(SearchState state, List<Choice> choices, PlayTarget target) => target switch
    {
        PlayTarget.Deadlock or PlayTarget.Break when choices.Count == 0 => true,
        PlayTarget.Livelock => space.IsRound(state),
        _ => false,
    };
}
