using FsCheck;
using FsCheck.Fluent;

namespace ExerciseKit.Tests.Model.Generation;

/// <summary>Random shared containers, and random uses of them.</summary>
internal static class SharedContainers
{
    private static readonly Gen<string> Keys = Gen.Elements("a", "b");

    public static Gen<CreateStep[]> Any { get; } = Gen.Elements<CreateStep[]>(
        [new MakeDictionary("0~2")], [new MakeDictionary("0~2")], [new MakeList("0~2", 5)], [new MakeValue("0~2", 5)], [new MakeDictionary("0~2"), new MakeValue("0~3", 0)]);

    /// <summary>A step on this one.</summary>
    public static Gen<Statement> Using(CreateStep one) =>
        from key in Keys
        from index in Gen.Choose(0, 2)
        from value in Gen.Choose(0, 1)
        from step in one switch
        {
            MakeDictionary => Gen.Elements<Statement>(
                new PutEntry(one.Name, key, value), new PutEntry(one.Name, key, value), new BumpEntry(one.Name, key), new GetEntry(one.Name, key), new GetEntry(one.Name, key),
                new DropEntry(one.Name, key), new HasEntry(one.Name, key), new CountOfEntries(one.Name), new KeysOf(one.Name), new EntriesOf(one.Name)),
            MakeList => Gen.Elements<Statement>(
                new PutAt(one.Name, index, value), new GetAt(one.Name, index), new AddLast(one.Name, value), new AddLast(one.Name, value), new CountOfItems(one.Name), new ItemsOf(one.Name)),
            _ => Gen.Elements<Statement>(new PutValue(one.Name, value), new GetValue(one.Name), new BumpValue(one.Name)),
        }
        select step;
}
