using System.Diagnostics.CodeAnalysis;

namespace ExerciseKit.Kernel;

/// <summary>A small immutable map from names to values that compares by value, and can tell which of its values are read.</summary>
/// <remarks>Sorted arrays, copied on change: a state has a handful of entries.</remarks>
public sealed class NamedMap<T> : IEquatable<NamedMap<T>>
    where T : class
{
    private readonly string[] names;
    private readonly T[] values;
    private readonly Action<string>? read;
    private int? hash;

    internal NamedMap(string[] names, T[] values, Action<string>? read) => (this.names, this.values, this.read) = (names, values, read);

    internal static NamedMap<T> Empty { get; } = new([], [], null);

    public int Count => names.Length;

    /// <summary>The names, in ordinal order. To know which there are is to read none of their values.</summary>
    public ReadOnlySpan<string> Names => names;

    /// <summary>The values, in the order of their names; all of them count as read.</summary>
    public ReadOnlySpan<T> Values
    {
        get
        {
            if (read is not null)
                Array.ForEach(names, read);
            return values;
        }
    }

    /// <summary>The value of that name; null when there is none.</summary>
    public T? this[string name]
    {
        get
        {
            var at = IndexOf(name);
            if (at < 0)
                return null;
            read?.Invoke(name);
            return values[at];
        }
    }

    public bool TryGet(string name, [NotNullWhen(true)] out T? value)
    {
        value = this[name];
        return value is not null;
    }

    /// <summary>The entries of one kind, in the order of their names. Which those are is known with the names; only their own values count as read.</summary>
    public IEnumerable<(string Name, TKind Value)> Of<TKind>()
        where TKind : T
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (values[i] is not TKind value)
                continue;
            read?.Invoke(names[i]);
            yield return (names[i], value);
        }
    }

    /// <summary>The same map with one entry set.</summary>
    public NamedMap<T> With(string name, T value)
    {
        var at = IndexOf(name);
        if (at < 0)
            return new(Inserted(names, ~at, name), Inserted(values, ~at, value), read);
        // Whether it becomes another one depends on what it was.
        read?.Invoke(name);
        return ReferenceEquals(values[at], value) ? this : new(names, Replaced(values, at, value), read);
    }

    /// <summary>The same map without that entry.</summary>
    public NamedMap<T> Without(string name)
    {
        var at = IndexOf(name);
        if (at < 0)
            return this;
        read?.Invoke(name);
        return new(Removed(names, at), Removed(values, at), read);
    }

    /// <summary>The same map, which tells the name of each value that is read of it, or of what is made from it.</summary>
    internal NamedMap<T> Watched(Action<string> reader) => new(names, values, reader);

    public bool Equals(NamedMap<T>? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || names.Length != other.names.Length)
            return false;
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i] != other.names[i] || (!ReferenceEquals(values[i], other.values[i]) && !values[i].Equals(other.values[i])))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as NamedMap<T>);

    public override int GetHashCode() => hash ??= Hash();

    private int Hash()
    {
        var all = new HashCode();
        for (var i = 0; i < names.Length; i++)
        {
            all.Add(names[i]);
            all.Add(values[i]);
        }

        return all.ToHashCode();
    }

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

    /// <summary>A map of these entries.</summary>
    /// <param name="names">The names, in ordinal order, each once. Both arrays are the map's from here on.</param>
    /// <param name="values">Their values.</param>
    public static NamedMap<T> Of<T>(string[] names, T[] values)
        where T : class => new(names, values, null);
}
