using System.Numerics;
using ExerciseKit.Exploration.States;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Search;

/// <summary>The states that a search has entered and the choices between them.</summary>
internal sealed class ScheduleGraph
{
    private readonly Dictionary<SearchState, int> indices = [];
    private readonly List<(int Before, Choice Choice)> firstWays = [];
    private readonly List<(int From, int To)> edges = [];
    private readonly HashSet<int> ends = [];

    /// <summary>Of a state that is gone on from again, the first edge that counts.</summary>
    private readonly Dictionary<int, int> again = [];

    /// <summary>How many distinct states there are.</summary>
    public int Count => indices.Count;

    /// <summary>Adds the state that a choice leads to.</summary>
    /// <param name="state">The state.</param>
    /// <param name="before">The state's index that the choice was made in; -1 for the first state.</param>
    /// <param name="choice">The choice; any for the first state.</param>
    /// <param name="isEnd">Whether the program has ended there.</param>
    /// <returns>Its index, and whether it is new.</returns>
    public (int Index, bool IsNew) Add(SearchState state, int before, Choice choice, bool isEnd)
    {
        var isNew = !indices.TryGetValue(state, out var index);
        if (isNew)
        {
            index = indices[state] = indices.Count;
            firstWays.Add((before, choice));
            if (isEnd)
                ends.Add(index);
        }

        if (before >= 0)
            edges.Add((before, index));
        return (index, isNew);
    }

    /// <summary>A state is gone on from again: what it led to before is told once more, and counts then.</summary>
    public void Reopen(int index) => again[index] = edges.Count;

    /// <summary>The choices from the first state to the one of that index, as it was first reached.</summary>
    public List<Choice> WayTo(int index)
    {
        var way = new List<Choice>();
        for (var at = index; firstWays[at].Before >= 0; at = firstWays[at].Before)
            way.Add(firstWays[at].Choice);
        way.Reverse();
        return way;
    }

    /// <summary>How many ways lead from the first state to an end, each of the same choices counted once. Of what goes round, each round is gone once at most.</summary>
    /// <remarks>Choices of twins lead to one state, and each is a way of its own; steps that are taken at once, since their order makes no difference, are one.</remarks>
    public BigInteger Ways()
    {
        var (first, next) = Successors();
        var ways = new BigInteger[Count];
        var place = (int[])first.Clone();
        var isUnderway = new bool[Count];
        var isDone = new bool[Count];
        var open = new Stack<int>([0]);
        while (open.TryPeek(out var at))
        {
            isUnderway[at] = true;
            if (place[at] < first[at + 1])
            {
                var to = next[place[at]++];
                if (isDone[to])
                    ways[at] += ways[to];
                else if (!isUnderway[to])
                {
                    // It comes to this choice again when it is known what that leads to.
                    place[at]--;
                    open.Push(to);
                }

                continue;
            }

            if (ends.Contains(at))
                ways[at] += BigInteger.One;
            (isUnderway[at], isDone[at]) = (false, true);
            open.Pop();
        }

        return ways[0];
    }

    /// <summary>The states that each state's choices lead to, those of one after those of another; and where those of each begin.</summary>
    private (int[] First, int[] Next) Successors()
    {
        var some = edges.Where((edge, i) => i >= again.GetValueOrDefault(edge.From)).ToList();
        var first = new int[Count + 1];
        foreach (var (from, _) in some)
            first[from + 1]++;
        for (var i = 0; i < Count; i++)
            first[i + 1] += first[i];
        var next = new int[some.Count];
        var place = (int[])first.Clone();
        foreach (var (from, to) in some)
            next[place[from]++] = to;
        return (first, next);
    }

    /// <summary>The states from which no end can be reached: whoever gets there goes round for ever.</summary>
    public HashSet<SearchState> Doomed()
    {
        var before = edges.ToLookup(e => e.To, e => e.From);
        var saved = new bool[Count];
        var open = new Stack<int>(ends);
        while (open.TryPop(out var index))
        {
            if (saved[index])
                continue;
            saved[index] = true;
            foreach (var from in before[index])
                open.Push(from);
        }

        return [.. indices.Where(i => !saved[i.Value]).Select(i => i.Key)];
    }
}
