using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Kernel.Shared;

/// <summary>A dictionary that processes share. Python: <c>multiprocessing.Manager().dict()</c>.</summary>
/// <param name="Entries">In the order in which they were added; who removes a key and adds it again finds it at the end.</param>
internal sealed record DictionaryState(EquatableArray<Entry> Entries) : ObjectState
{
    public static DictionaryState Empty { get; } = new(EquatableArray.Create<Entry>([]));

    public override ObjectKind? Kind => ObjectKind.Dictionary;

    public override int Size => 1 + Entries.Count;

    public override ObjectView View(string name, ViewBounds bounds)
    {
        var (entries, more) = bounds.Of([.. Entries.Select(e => $"{e.Key}: {e.Value.Json}")]);
        return new(name) { Items = entries, More = more };
    }

    public Payload? Find(string key) => IndexOf(key) is >= 0 and var at ? Entries[at].Value : null;

    public DictionaryState With(string key, Payload value)
    {
        var at = IndexOf(key);
        Entry[] entries = [.. Entries];
        if (at < 0)
            return new([.. entries, new Entry(key, value)]);
        entries[at] = new Entry(key, value);
        return new(new EquatableArray<Entry>(entries));
    }

    public DictionaryState Without(string key) => new(Entries.Where(e => e.Key != key).ToEquatableArray());

    private int IndexOf(string key)
    {
        for (var i = 0; i < Entries.Count; i++)
        {
            if (Entries[i].Key == key)
                return i;
        }

        return -1;
    }
}
