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

    /// <summary>The choices from the first state to the one of that index, as it was first reached.</summary>
    public List<Choice> WayTo(int index)
    {
        var way = new List<Choice>();
        for (var at = index; firstWays[at].Before >= 0; at = firstWays[at].Before)
            way.Add(firstWays[at].Choice);
        way.Reverse();
        return way;
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
