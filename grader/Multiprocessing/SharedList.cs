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
public sealed class SharedList<T> : IShared
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

    /// <summary>The items at this moment. Python: <c>list(l)</c>.</summary>
    public T[] ToArray() => [.. Agent.Session.Perform<ItemList>(new ListItems(name)).Values.Select(item => Parcel.Unpack<T>(item))];
}
