using System.Collections;
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
/// <typeparam name="TKey">The keys' type; equal keys are one entry where they are numbers, texts, times, enums, or tuples and records of them. A key comes back as the plainest of its equals: 1.00m as 1m, a time in UTC.</typeparam>
/// <typeparam name="TValue">The values' type; a primitive in a value travels as a handle.</typeparam>
public sealed class SharedDictionary<TKey, TValue> : IShared, IEnumerable<KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    private readonly string name;

    /// <summary>Makes a dictionary without entries.</summary>
    public SharedDictionary()
        : this([])
    {
    }

    /// <summary>Makes a dictionary of these entries; of several with one key the last counts. Python: <c>manager.dict({…})</c>.</summary>
    /// <exception cref="CannotTravelException">A key or a value can't be taken to another process.</exception>
    public SharedDictionary(IEnumerable<KeyValuePair<TKey, TValue>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var session = Agent.Session;
        var packed = new OrderedDictionary<string, Payload>();
        foreach (var (key, value) in entries)
            packed[Parcel.PackKey(key)] = Parcel.Pack(value);
        name = session.NextObject();
        session.Perform<Done>(new CreateDictionary(name) { Entries = packed.Select(e => new Entry(e.Key, e.Value)).ToEquatableArray() });
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

    /// <summary>The values at this moment, in the order in which their keys were added. Python: <c>list(d.values())</c>.</summary>
    public IReadOnlyList<TValue> Values => [.. ToArray().Select(entry => entry.Value)];

    /// <summary>Removes all entries, in one step. Python: <c>clear()</c>.</summary>
    public void Clear() => Agent.Session.Perform<Done>(new ClearEntries(name));

    /// <summary>Goes through the entries as they are when it begins, read in one step.</summary>
    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => ((IEnumerable<KeyValuePair<TKey, TValue>>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The entries at this moment as Python shows them: <c>{a: 1, b: 2}</c>.</summary>
    public override string ToString() => $"{{{string.Join(", ", ToArray().Select(e => $"{e.Key}: {e.Value}"))}}}";

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
