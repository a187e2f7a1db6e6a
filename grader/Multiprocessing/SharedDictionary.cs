using System.Diagnostics.CodeAnalysis;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Multiprocessing.Programs;
using ExerciseKit.Multiprocessing.Travel;

namespace ExerciseKit.Multiprocessing;

/// <summary>A dictionary that processes share. Python: <c>multiprocessing.Manager().dict()</c>.</summary>
/// <remarks>
/// Each get and each set is one step, and no two are: in <c>d[k] = d[k] - 1</c> another process can come between the read and the write.
/// What is read is a copy: a change to it reaches the dictionary when it is set again. Entries are in the order in which they were added.
/// Hand it to the processes that use it as an argument.
/// </remarks>
/// <typeparam name="TKey">The keys' type; equal keys must look alike when they travel, as numbers, texts, enums, tuples and records of them do.</typeparam>
/// <typeparam name="TValue">The values' type; a primitive in a value travels as a handle.</typeparam>
public sealed class SharedDictionary<TKey, TValue> : IShared
    where TKey : notnull
{
    private readonly string name;

    /// <summary>Makes a dictionary without entries.</summary>
    public SharedDictionary()
    {
        var session = Agent.Session;
        name = session.NextObject();
        session.Perform<Done>(new CreateDictionary(name));
    }

    internal SharedDictionary(Handle handle) => name = handle.Name;

    Handle IShared.Handle => new(SharedKinds.Dictionary, name);

    /// <summary>How many entries there are. Python: <c>len(d)</c>.</summary>
    public int Count => (int)Agent.Session.Perform<Number>(new CountEntries(name)).Value;

    /// <summary>The keys at this moment, in the order in which they were added. Python: <c>list(d.keys())</c>.</summary>
    public IReadOnlyList<TKey> Keys =>
        [.. Agent.Session.Perform<ItemList>(new ListKeys(name)).Values.Select(key => Parcel.Unpack<TKey>(key))];

    /// <summary>An entry's value; set, it is added where there is none of that key. Python: <c>d[key]</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key to get.</exception>
    /// <exception cref="CannotTravelException">The key or the value can't be taken to another process.</exception>
    public TValue this[TKey key]
    {
        get => Parcel.Unpack<TValue>(Agent.Session.Perform<Item>(new ReadEntry(name, Parcel.PackKey(key))).Value);
        set => Agent.Session.Perform<Done>(new WriteEntry(name, Parcel.PackKey(key), Parcel.Pack(value)));
    }

    /// <summary>Whether there is an entry of that key. Python: <c>key in d</c>.</summary>
    public bool ContainsKey(TKey key) => Agent.Session.Perform<Flag>(new QueryEntry(name, Parcel.PackKey(key))).Value;

    /// <summary>Gets an entry's value where there is one. Python: <c>d.get(key)</c>.</summary>
    /// <returns>Whether there was an entry of that key.</returns>
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        switch (Agent.Session.Perform(new ReadEntry(name, Parcel.PackKey(key))))
        {
            case Item item:
                value = Parcel.Unpack<TValue>(item.Value);
                return true;
            case Failed failed when failed.Kind != FailureKind.KeyNotFound:
                throw failed.ToException();
            default:
                value = default;
                return false;
        }
    }

    /// <summary>Removes an entry. Python: <c>d.pop(key, None)</c>.</summary>
    /// <returns>Whether there was an entry of that key.</returns>
    public bool Remove(TKey key) => Agent.Session.Perform<Flag>(new RemoveEntry(name, Parcel.PackKey(key))).Value;

    /// <summary>The entries at this moment, in the order in which they were added. Python: <c>list(d.items())</c>.</summary>
    public KeyValuePair<TKey, TValue>[] ToArray() =>
    [
        .. Agent.Session.Perform<EntryList>(new ListEntries(name)).Values
            .Select(e => KeyValuePair.Create(Parcel.UnpackKey<TKey>(e.Key), Parcel.Unpack<TValue>(e.Value))),
    ];
}
