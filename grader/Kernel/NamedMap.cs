using System.Diagnostics.CodeAnalysis;

namespace ExerciseKit.Kernel;

/// <summary>A small immutable map from names to values that compares by value and knows its hash.</summary>
/// <remarks>
/// Sorted arrays, copied on change: a state has a handful of entries and is compared far more often than it is changed.
/// The hash is kept as a sum, so that one change costs one entry's hash and not the whole map's.
/// </remarks>
public sealed class NamedMap<T> : IEquatable<NamedMap<T>>
    where T : class
{
    private readonly string[] names;
    private readonly T[] values;
    private readonly int[] hashes;
    private readonly int sum;

    private NamedMap(string[] names, T[] values, int[] hashes, int sum) =>
        (this.names, this.values, this.hashes, this.sum) = (names, values, hashes, sum);

    internal static NamedMap<T> Empty { get; } = new([], [], [], 0);

    public int Count => names.Length;

    /// <summary>The names, in ordinal order.</summary>
    public ReadOnlySpan<string> Names => names;

    /// <summary>The values, in the order of their names.</summary>
    public ReadOnlySpan<T> Values => values;

    /// <summary>The value of that name; null when there is none.</summary>
    public T? this[string name] => IndexOf(name) is >= 0 and var at ? values[at] : null;

    public bool TryGet(string name, [NotNullWhen(true)] out T? value)
    {
        value = this[name];
        return value is not null;
    }

    /// <summary>The same map with one entry set.</summary>
    public NamedMap<T> With(string name, T value)
    {
        var hash = HashCode.Combine(name, value);
        var at = IndexOf(name);
        if (at >= 0)
        {
            if (ReferenceEquals(values[at], value))
                return this;
            return new(names, Replaced(values, at, value), Replaced(hashes, at, hash), unchecked(sum - hashes[at] + hash));
        }

        return new(Inserted(names, ~at, name), Inserted(values, ~at, value), Inserted(hashes, ~at, hash), unchecked(sum + hash));
    }

    /// <summary>The same map without that entry.</summary>
    public NamedMap<T> Without(string name)
    {
        var at = IndexOf(name);
        return at < 0 ? this : new(Removed(names, at), Removed(values, at), Removed(hashes, at), unchecked(sum - hashes[at]));
    }

    public bool Equals(NamedMap<T>? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || sum != other.sum || names.Length != other.names.Length)
            return false;
        for (var i = 0; i < names.Length; i++)
        {
            if (hashes[i] != other.hashes[i] || names[i] != other.names[i])
                return false;
            if (!ReferenceEquals(values[i], other.values[i]) && !values[i].Equals(other.values[i]))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as NamedMap<T>);

    public override int GetHashCode() => sum;

    private int IndexOf(string name) => Array.BinarySearch(names, name, StringComparer.Ordinal);

    private static TItem[] Replaced<TItem>(TItem[] items, int at, TItem item)
    {
        var copy = (TItem[])items.Clone();
        copy[at] = item;
        return copy;
    }

    private static TItem[] Inserted<TItem>(TItem[] items, int at, TItem item) => [.. items[..at], item, .. items[at..]];

    private static TItem[] Removed<TItem>(TItem[] items, int at) => [.. items[..at], .. items[(at + 1)..]];
}

/// <summary>Makes <see cref="NamedMap{T}"/>s.</summary>
public static class NamedMap
{
    /// <summary>The map without entries.</summary>
    public static NamedMap<T> Empty<T>()
        where T : class => NamedMap<T>.Empty;
}
