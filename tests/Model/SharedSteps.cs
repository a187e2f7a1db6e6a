using System.Collections.Immutable;

namespace ExerciseKit.Tests.Model;

internal sealed record DictionaryThing(ImmutableList<(string Key, int Value)> Entries) : Thing
{
    public override string ToString() => string.Join(',', Entries.Select(e => $"{e.Key}={e.Value}"));
}

internal sealed record ListThing(ImmutableList<int> Items) : Thing
{
    public override string ToString() => string.Join(',', Items);
}

internal sealed record ValueThing(int Value) : Thing
{
    public override string ToString() => Value.ToString();
}

internal sealed record MakeDictionary(string Name) : CreateStep(Name)
{
    protected override Thing New => new DictionaryThing([]);
}

internal sealed record MakeList(string Name, int Item) : CreateStep(Name)
{
    protected override Thing New => new ListThing([Item]);
}

internal sealed record MakeValue(string Name, int Value) : CreateStep(Name)
{
    protected override Thing New => new ValueThing(Value);
}

/// <summary>One access to a shared container: one step, whatever it does.</summary>
internal abstract record SharedStep(string Name) : Step
{
    public sealed override Result? Happen(World world, Actor me)
    {
        if (!world.Things.TryGetValue(Name, out var thing))
            return Result.Misuse;
        var (result, after) = On(thing, me);
        world.Things[Name] = after ?? thing;
        return result;
    }

    protected abstract (Result Result, Thing? After) On(Thing thing, Actor me);

    /// <summary>One more than the number that the process has just read.</summary>
    public static int OneMore(Result last) => last.Kind == ResultKind.Number ? int.Parse(last.Value) + 1 : 0;
}

internal abstract record DictionaryStep(string Name) : SharedStep(Name)
{
    protected sealed override (Result Result, Thing? After) On(Thing thing, Actor me)
    {
        var (result, after) = On(((DictionaryThing)thing).Entries, me.Cursor.Last);
        return (result, after is null ? null : new DictionaryThing(after));
    }

    protected abstract (Result Result, ImmutableList<(string Key, int Value)>? After) On(ImmutableList<(string Key, int Value)> entries, Result last);

    protected static ImmutableList<(string Key, int Value)> Put(ImmutableList<(string Key, int Value)> entries, string key, int value) =>
        entries.FindIndex(e => e.Key == key) is >= 0 and var at ? entries.SetItem(at, (key, value)) : entries.Add((key, value));
}

internal sealed record PutEntry(string Name, string Key, int Value) : DictionaryStep(Name)
{
    protected override (Result Result, ImmutableList<(string Key, int Value)>? After) On(ImmutableList<(string Key, int Value)> entries, Result last) =>
        (Result.Nothing, Put(entries, Key, Value));
}

internal sealed record BumpEntry(string Name, string Key) : DictionaryStep(Name)
{
    protected override (Result Result, ImmutableList<(string Key, int Value)>? After) On(ImmutableList<(string Key, int Value)> entries, Result last) =>
        (Result.Nothing, Put(entries, Key, OneMore(last)));
}

internal sealed record GetEntry(string Name, string Key) : DictionaryStep(Name)
{
    protected override (Result Result, ImmutableList<(string Key, int Value)>? After) On(ImmutableList<(string Key, int Value)> entries, Result last) =>
        (entries.Exists(e => e.Key == Key) ? Result.Number(entries.Find(e => e.Key == Key).Value) : new(ResultKind.KeyMissing), null);
}

internal sealed record DropEntry(string Name, string Key) : DictionaryStep(Name)
{
    protected override (Result Result, ImmutableList<(string Key, int Value)>? After) On(ImmutableList<(string Key, int Value)> entries, Result last) =>
        (Result.Of(entries.Exists(e => e.Key == Key)), entries.RemoveAll(e => e.Key == Key));
}

internal sealed record HasEntry(string Name, string Key) : DictionaryStep(Name)
{
    protected override (Result Result, ImmutableList<(string Key, int Value)>? After) On(ImmutableList<(string Key, int Value)> entries, Result last) =>
        (Result.Of(entries.Exists(e => e.Key == Key)), null);
}

internal sealed record CountOfEntries(string Name) : DictionaryStep(Name)
{
    protected override (Result Result, ImmutableList<(string Key, int Value)>? After) On(ImmutableList<(string Key, int Value)> entries, Result last) =>
        (Result.Number(entries.Count), null);
}

internal sealed record KeysOf(string Name) : DictionaryStep(Name)
{
    protected override (Result Result, ImmutableList<(string Key, int Value)>? After) On(ImmutableList<(string Key, int Value)> entries, Result last) =>
        (new(ResultKind.Text, string.Join(',', entries.Select(e => e.Key))), null);
}

internal sealed record EntriesOf(string Name) : DictionaryStep(Name)
{
    protected override (Result Result, ImmutableList<(string Key, int Value)>? After) On(ImmutableList<(string Key, int Value)> entries, Result last) =>
        (new(ResultKind.Text, string.Join(',', entries.Select(e => $"{e.Key}={e.Value}"))), null);
}

internal abstract record ListStep(string Name) : SharedStep(Name)
{
    protected sealed override (Result Result, Thing? After) On(Thing thing, Actor me)
    {
        var (result, after) = On(((ListThing)thing).Items);
        return (result, after is null ? null : new ListThing(after));
    }

    protected abstract (Result Result, ImmutableList<int>? After) On(ImmutableList<int> items);
}

internal sealed record GetAt(string Name, int Index) : ListStep(Name)
{
    protected override (Result Result, ImmutableList<int>? After) On(ImmutableList<int> items) =>
        (Index < items.Count ? Result.Number(items[Index]) : new(ResultKind.OutOfRange), null);
}

internal sealed record PutAt(string Name, int Index, int Value) : ListStep(Name)
{
    protected override (Result Result, ImmutableList<int>? After) On(ImmutableList<int> items) =>
        Index < items.Count ? (Result.Nothing, items.SetItem(Index, Value)) : (new(ResultKind.OutOfRange), null);
}

internal sealed record AddLast(string Name, int Value) : ListStep(Name)
{
    protected override (Result Result, ImmutableList<int>? After) On(ImmutableList<int> items) => (Result.Nothing, items.Add(Value));
}

internal sealed record CountOfItems(string Name) : ListStep(Name)
{
    protected override (Result Result, ImmutableList<int>? After) On(ImmutableList<int> items) => (Result.Number(items.Count), null);
}

internal sealed record ItemsOf(string Name) : ListStep(Name)
{
    protected override (Result Result, ImmutableList<int>? After) On(ImmutableList<int> items) => (new(ResultKind.Text, string.Join(',', items)), null);
}

internal sealed record GetValue(string Name) : SharedStep(Name)
{
    protected override (Result Result, Thing? After) On(Thing thing, Actor me) => (Result.Number(((ValueThing)thing).Value), null);
}

internal sealed record PutValue(string Name, int Value) : SharedStep(Name)
{
    protected override (Result Result, Thing? After) On(Thing thing, Actor me) => (Result.Nothing, new ValueThing(Value));
}

internal sealed record BumpValue(string Name) : SharedStep(Name)
{
    protected override (Result Result, Thing? After) On(Thing thing, Actor me) => (Result.Nothing, new ValueThing(OneMore(me.Cursor.Last)));
}
