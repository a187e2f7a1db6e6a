using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Exploration.States;

namespace ExerciseKit.Exploration.Playing;

/// <summary>Goes through all states of a space, level by level, past whatever breaks on another way.</summary>
/// <param name="space">The states.</param>
/// <param name="library">What is known of the processes.</param>
/// <param name="budget">What it may use.</param>
internal sealed class Charting(StateSpace space, BehaviourLibrary library, PlayBudget budget)
{
    /// <summary>So often it is told how far it is.</summary>
    private const int TellEvery = 2_000;

    private readonly List<int> to = [];
    private readonly int roundsThen = library.Rounds;
    private long entries;

    public Chart Chart { get; } = new();

    /// <summary>Whether it has to be begun again: something came to light that the states so far were made without.</summary>
    public bool IsOutdated => space.IsOutdated || roundsThen != library.Rounds;

    /// <summary>Goes through them.</summary>
    /// <param name="told">Told how many states there are so far, and how many of them were gone on from.</param>
    /// <param name="stop">Ends it where it is.</param>
    /// <returns>What ended it before it was done; null where it is.</returns>
    /// <exception cref="NondeterminismException">The same history led to different operations.</exception>
    public ChartCut? Run(Action<int, int>? told, CancellationToken stop)
    {
        space.MaxSize = space.Size + budget.MaxEntries;
        try
        {
            return Cover(told, stop);
        }
        catch (StatesFullException)
        {
            return ChartCut.Entries;
        }
        finally
        {
            space.MaxSize = long.MaxValue;
        }
    }

    private ChartCut? Cover(Action<int, int>? told, CancellationToken stop)
    {
        Enter(space.Start());
        for (var levelEnd = 0; !Chart.IsWhole;)
        {
            if (Chart.Expanded == levelEnd)
            {
                Chart.BeginLevel();
                levelEnd = Chart.Count;
            }

            if (Chart.Expanded % TellEvery == 0)
                told?.Invoke(Chart.Count, Chart.Expanded);
            if (stop.IsCancellationRequested)
                return ChartCut.Stopped;
            if (Chart.Count >= budget.MaxStates)
                return ChartCut.States;
            if (entries >= budget.MaxEntries)
                return ChartCut.Entries;
            if (IsOutdated)
                return null;
            Expand(Chart.Expanded);
        }

        return null;
    }

    private void Expand(int index)
    {
        to.Clear();
        if (Chart.EndOf(index) == ChartEnd.None)
        {
            var state = Chart[index];
            foreach (var choice in space.Choices(state))
                to.Add(Enter(space.Next(state, choice)));
        }

        Chart.Expand(to);
    }

    private int Enter(Transition transition)
    {
        var before = Chart.Count;
        var index = Chart.Add(transition);
        if (index == before)
            entries += transition.State.Parts.Length;
        return index;
    }
}
