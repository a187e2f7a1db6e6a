namespace ExerciseKit.Exploration.Explaining;

/// <summary>Orders names by who made what they name, and then as which; the tenth comes after the second.</summary>
internal sealed class ByPlace : IComparer<string>
{
    public static ByPlace Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (first, second) = (x!.Split('.', '~', '+'), y!.Split('.', '~', '+'));
        for (var i = 0; i < first.Length && i < second.Length; i++)
        {
            var order = int.TryParse(first[i], out var one) && int.TryParse(second[i], out var other) ? one.CompareTo(other) : string.CompareOrdinal(first[i], second[i]);
            if (order != 0)
                return order;
        }

        return (first.Length, string.CompareOrdinal(x, y)) is var (length, rest) && length != second.Length ? length.CompareTo(second.Length) : rest;
    }
}
