using FsCheck;
using FsCheck.Fluent;

namespace ExerciseKit.Tests.Model.Generation;

/// <summary>Random shared containers, and random uses of them.</summary>
internal static class SharedStatements
{
    private static readonly Gen<string> Keys = Gen.Elements("a", "b");

    /// <summary>What a program makes: often nothing.</summary>
    /// <param name="taken">How many objects the root makes before; objects are named by their number.</param>
    public static Gen<MakeStep[]> Making(int taken) => Gen.Elements<MakeStep[]>(
        [], [], [], [new MakeDictionary($"0~{taken}")], [new MakeDictionary($"0~{taken}")], [new MakeList($"0~{taken}", 5)], [new MakeValue($"0~{taken}", 5)],
        [new MakeDictionary($"0~{taken}"), new MakeValue($"0~{taken + 1}", 0)]);

    /// <summary>A step on one of them.</summary>
    public static Gen<Statement> Using(IReadOnlyList<MakeStep> made) =>
        from one in Gen.Elements<MakeStep>(made)
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
