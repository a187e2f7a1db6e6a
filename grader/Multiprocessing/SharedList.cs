using System.Collections;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Multiprocessing.Programs;
using ExerciseKit.Multiprocessing.Travel;

namespace ExerciseKit.Multiprocessing;

/// <summary>A list that processes share. Python: <c>multiprocessing.Manager().list()</c> and <c>multiprocessing.Array</c> without its lock.</summary>
/// <remarks>
/// Each get, each set and each <see cref="Add"/> is one step, and no two are: in <c>list[i] = list[i] + 1</c> another process can come in between.
/// What is read is a copy: a change to it reaches the list when it is set again. Hand it to the processes that use it as an argument.
/// </remarks>
/// <typeparam name="T">The items' type; a primitive in an item travels as a handle.</typeparam>
public sealed class SharedList<T> : IShared, IEnumerable<T>
{
    private readonly string name;

    /// <summary>Makes a list without items.</summary>
    public SharedList()
        : this([])
    {
    }

    /// <summary>Makes a list of these items.</summary>
    /// <exception cref="CannotTravelException">An item can't be taken to another process.</exception>
    public SharedList(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var session = Agent.Session;
        var packed = items.Select((item, i) => Parcel.Pack(item, $"item {i}")).ToEquatableArray();
        name = session.NextObject();
        session.Perform<Done>(new CreateList(name, packed));
    }

    internal SharedList(Handle handle) => name = handle.Name;

    Handle IShared.Handle => new(SharedKinds.List, name);

    /// <summary>How many items there are. Python: <c>len(l)</c>.</summary>
    public int Count => (int)Agent.Session.Perform<Number>(new CountList(name)).Value;

    /// <summary>The item at an index, from 0. Python: <c>l[index]</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The list has no such index.</exception>
    /// <exception cref="CannotTravelException">The value can't be taken to another process.</exception>
    public T this[int index]
    {
        get => Parcel.Unpack<T>(Agent.Session.Perform<Item>(new ReadItem(name, index)).Value);
        set => Agent.Session.Perform<Done>(new WriteItem(name, index, Parcel.Pack(value)));
    }

    /// <summary>Adds an item at the end, in one step. Python: <c>append</c>.</summary>
    /// <exception cref="CannotTravelException">The item can't be taken to another process.</exception>
    public void Add(T item) => Agent.Session.Perform<Done>(new AddItem(name, Parcel.Pack(item, nameof(item))));

    /// <summary>Inserts an item before the one at an index, or at the end, in one step. Python: <c>insert(index, item)</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is beyond the end; Python inserts at the end then.</exception>
    /// <exception cref="CannotTravelException">The item can't be taken to another process.</exception>
    public void Insert(int index, T item) => Agent.Session.Perform<Done>(new InsertItem(name, index, Parcel.Pack(item, nameof(item))));

    /// <summary>Removes the item at an index, in one step. Python: <c>del l[index]</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The list has no such index.</exception>
    public void RemoveAt(int index) => Agent.Session.Perform<Done>(new RemoveItem(name, index));

    /// <summary>Removes the first item that is equal: it is looked for in one step and removed in another. Python's <c>remove</c> is one step, and throws where there is none.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(T item)
    {
        var index = Array.IndexOf(ToArray(), item);
        if (index >= 0)
            RemoveAt(index);
        return index >= 0;
    }

    /// <summary>Whether an item is equal at this moment. Python: <c>item in l</c>.</summary>
    public bool Contains(T item) => Array.IndexOf(ToArray(), item) >= 0;

    /// <summary>Removes all items, in one step. Python: <c>clear()</c>.</summary>
    public void Clear() => Agent.Session.Perform<Done>(new ClearList(name));

    /// <summary>Goes through the items as they are when it begins, read in one step.</summary>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The items at this moment as Python shows them: <c>[1, 2]</c>.</summary>
    public override string ToString() => $"[{string.Join(", ", ToArray())}]";

    /// <summary>The items at this moment. Python: <c>list(l)</c>.</summary>
    public T[] ToArray() => [.. Agent.Session.Perform<ItemList>(new ListItems(name)).Values.Select(item => Parcel.Unpack<T>(item))];
}
