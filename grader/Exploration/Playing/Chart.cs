using System.Numerics;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Exploration.States;

namespace ExerciseKit.Exploration.Playing;

/// <summary>The states of a setting in the order of how many choices they need, and what each choice leads to, by number.</summary>
/// <remarks>Whole numbers in a few long arrays: a million states take some hundred bytes each, and to go through all of them takes no real run.</remarks>
internal sealed class Chart
{
    private readonly Dictionary<SearchState, int> indices = [];

    /// <summary>What breaks has no state of its own: it is the step that does not come to one.</summary>
    private readonly Dictionary<(SearchState State, Stop Stop), int> broken = [];
    private readonly List<SearchState> states = [];
    private readonly List<ChartEnd> ends = [];

    /// <summary>Of each state that was gone on from, where what its choices lead to begins.</summary>
    private readonly List<int> first = [0];
    private readonly List<int> next = [];

    /// <summary>The first state of each level.</summary>
    private readonly List<int> levels = [0];

    public int Count => states.Count;

    /// <summary>How many of the states were gone on from: the first ones.</summary>
    public int Expanded => first.Count - 1;

    public bool IsWhole => Expanded == Count;

    /// <summary>How many levels there are.</summary>
    public int Levels => levels[^1] == Count ? levels.Count - 1 : levels.Count;

    public SearchState this[int index] => states[index];

    public ChartEnd EndOf(int index) => ends[index];

    /// <summary>What a state's choices lead to, in their order; empty where it was not gone on from.</summary>
    public ReadOnlySpan<int> From(int index) =>
        index < Expanded ? System.Runtime.InteropServices.CollectionsMarshal.AsSpan(next)[first[index]..first[index + 1]] : [];

    /// <summary>The number of a state; negative where it is not on the chart.</summary>
    public int Find(SearchState state) => indices.GetValueOrDefault(state, -1);

    /// <summary>The states of a level.</summary>
    public (int From, int To) StatesOf(int level) => (levels[level], level + 1 < levels.Count ? levels[level + 1] : Count);

    /// <summary>The level of a state.</summary>
    public int LevelOf(int index) => levels.BinarySearch(index) is var at && at >= 0 ? at : ~at - 1;

    /// <summary>Adds what a choice leads to, where it is not there.</summary>
    public int Add(Transition to)
    {
        if (to.Stop is { IsBroken: true } stop)
        {
            if (!broken.TryGetValue((to.State, stop), out var same))
                broken[(to.State, stop)] = same = Append(to.State, stop.Property is null ? ChartEnd.Fault : ChartEnd.Violation);
            return same;
        }

        if (!indices.TryGetValue(to.State, out var known))
            indices[to.State] = known = Append(to.State, to.Stop is null ? ChartEnd.None : ChartEnd.Fine);
        return known;
    }

    /// <summary>Notes that all choices of the next state have been told.</summary>
    /// <param name="to">What they lead to.</param>
    public void Expand(IReadOnlyList<int> to)
    {
        var index = Expanded;
        if (to.Count == 0 && ends[index] == ChartEnd.None)
            ends[index] = ChartEnd.Deadlock;
        next.AddRange(to);
        first.Add(next.Count);
    }

    /// <summary>Notes that whatever is added from now on needs one choice more.</summary>
    public void BeginLevel() => levels.Add(Count);

    /// <summary>How many ways lead from each state to an end; negative where one of them leads off the chart. Each round is gone once at most.</summary>
    public BigInteger[] Ways()
    {
        var ways = new BigInteger[Count];
        var place = new int[Expanded];
        var progress = new Progress[Count];
        var open = new Stack<int>([0]);
        while (open.TryPeek(out var at))
        {
            progress[at] = Progress.Underway;
            if (at >= Expanded)
            {
                ways[at] = ends[at] == ChartEnd.None ? BigInteger.MinusOne : BigInteger.One;
                progress[open.Pop()] = Progress.Done;
                continue;
            }

            var to = From(at);
            if (place[at] < to.Length)
            {
                var other = to[place[at]];
                if (progress[other] == Progress.None)
                {
                    open.Push(other);
                    continue;
                }

                place[at]++;
                if (progress[other] == Progress.Done && !BigInteger.IsNegative(ways[at]))
                    ways[at] = BigInteger.IsNegative(ways[other]) ? BigInteger.MinusOne : ways[at] + ways[other];
                continue;
            }

            if (ends[at] != ChartEnd.None)
                ways[at] = BigInteger.One;
            progress[open.Pop()] = Progress.Done;
        }

        return ways;
    }

    /// <summary>Of each state, whether one that is wanted can be come to.</summary>
    public bool[] Leading(Func<int, bool> isWanted)
    {
        var counts = new int[Count + 1];
        foreach (var to in next)
            counts[to + 1]++;
        for (var i = 0; i < Count; i++)
            counts[i + 1] += counts[i];
        var before = new int[next.Count];
        var place = (int[])counts.Clone();
        for (var from = 0; from < Expanded; from++)
        {
            foreach (var to in From(from))
                before[place[to]++] = from;
        }

        var leads = new bool[Count];
        var open = new Stack<int>(Enumerable.Range(0, Count).Where(isWanted));
        while (open.TryPop(out var at))
        {
            if (leads[at])
                continue;
            leads[at] = true;
            for (var i = counts[at]; i < counts[at + 1]; i++)
                open.Push(before[i]);
        }

        return leads;
    }

    private int Append(SearchState state, ChartEnd end)
    {
        states.Add(state);
        ends.Add(end);
        return states.Count - 1;
    }

    private enum Progress : byte
    {
        None,
        Underway,
        Done,
    }
}
