namespace ExerciseKit.Exploration.States;

/// <summary>What a step leaves otherwise than it was.</summary>
/// <param name="To">The shape after it.</param>
/// <param name="Set">The places after it with something new in them, and the number of that.</param>
/// <param name="Kept">Where what stands in each place stood before; null where the shape is the same.</param>
internal sealed record Change(Shape To, (int Place, int Number)[] Set, int[]? Kept)
{
    /// <summary>The state after the step.</summary>
    /// <param name="parts">The state before it; taken over where the shape is the same.</param>
    public int[] Apply(int[] parts)
    {
        var after = parts;
        if (Kept is not null)
        {
            after = new int[To.Length];
            for (var i = 0; i < after.Length; i++)
                after[i] = Kept[i] < 0 ? 0 : parts[Kept[i]];
        }

        foreach (var (place, number) in Set)
            after[place] = number;
        return after;
    }

    /// <summary>What differs between two states.</summary>
    /// <param name="from">The shape of the first.</param>
    /// <param name="before">The first.</param>
    /// <param name="after">The second; the observers count as having seen the same.</param>
    public static Change Between(Shape from, int[] before, SearchState after)
    {
        var to = after.Shape;
        var kept = new int[to.Length];
        for (var i = 0; i < to.Agents.Length; i++)
            kept[i] = Math.Max(from.PlaceOf(to.Agents[i]), -1);
        for (var i = 0; i < to.Objects.Length; i++)
            kept[to.Agents.Length + i] = from.PlaceOfObject(to.Objects[i]);
        (kept[to.Time], kept[to.Seen]) = (from.Time, from.Seen);
        var set = new List<(int Place, int Number)>();
        for (var i = 0; i < to.Seen; i++)
        {
            if (kept[i] < 0 || before[kept[i]] != after.Parts[i])
                set.Add((i, after.Parts[i]));
        }

        return new Change(to, [.. set], from == to ? null : kept);
    }
}
