namespace ExerciseKit.Multiprocessing.Travel;

/// <summary>Whether a collection compares its items in a way of its own: a copy would silently compare otherwise.</summary>
internal static class Comparers
{
    public static bool HasOwn(Type collection, Type compared, object value)
    {
        if (collection.GetProperty("Comparer")?.GetValue(value) is not { } comparer)
            return false;
        var byEquality = typeof(EqualityComparer<>).MakeGenericType(compared).GetProperty("Default")!.GetValue(null);
        var byOrder = typeof(Comparer<>).MakeGenericType(compared).GetProperty("Default")!.GetValue(null);
        return !comparer.Equals(byEquality) && !comparer.Equals(byOrder);
    }
}
