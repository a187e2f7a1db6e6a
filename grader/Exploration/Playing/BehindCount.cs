namespace ExerciseKit.Exploration.Playing;

/// <summary>Counts what can be come to from states of the chart, as far as that takes no time that a player would feel.</summary>
internal sealed class BehindCount(PlayField field)
{
    /// <summary>So many states are gone through for all choices together.</summary>
    private const int MostStates = 60_000;

    private readonly Dictionary<int, PlayBehind> known = [];
    private int left = MostStates;

    public IReadOnlyList<PlayBehind> Of(IReadOnlyList<int> indices) => [.. indices.Select(Of)];

    private PlayBehind Of(int index)
    {
        if (index < 0)
            return PlayBehind.Unknown;
        if (!known.TryGetValue(index, out var behind))
            known[index] = behind = new PlayBehind(Reachable(index), field.WaysFrom(index), field.BreaksFrom(index));
        return behind;
    }

    private int? Reachable(int index)
    {
        // Where a way leads off the chart nobody knows how many there are.
        if (field.WaysFrom(index) is null)
            return null;
        var met = new HashSet<int> { index };
        var open = new Stack<int>([index]);
        while (open.TryPop(out var at))
        {
            if (--left < 0)
                return null;
            foreach (var to in field.Chart!.From(at))
            {
                if (met.Add(to))
                    open.Push(to);
            }
        }

        return met.Count;
    }
}
