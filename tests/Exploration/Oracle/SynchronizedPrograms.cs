using ExerciseKit.Tests.Model;
using ExerciseKit.Tests.Model.Generation;
using FsCheck;
using FsCheck.Fluent;

namespace ExerciseKit.Tests.Exploration.Oracle;

/// <summary>Random programs that look like exercises on one primitive: a root that makes it, starts its children, takes part, and joins them.</summary>
internal static class SynchronizedPrograms
{
    public static Gen<SmallProgram> Any { get; } = On(Synchronizers.Any);

    public static Gen<SmallProgram> On(Gen<CreateStep[]> synchronizers) =>
        from things in synchronizers
        from count in Gen.Choose(2, 3)
        let names = Enumerable.Range(0, count).Select(i => $"0.{i}").ToArray()
        from children in Gen.CollectToArray(names, _ => Child(things))
        from part in Phrases(things, 0, 2)
        from joined in Gen.Elements(count, count, count, count - 1, 0)
        let root = ProcessText.Of([new CreateLock("0~0"), .. things, .. names.Select(n => new Start(n)), .. part, .. names.Take(joined).Select(n => new Join(n))])
        from hasFile in Gen.Elements(true, false)
        let program = SmallProgram.Of([("0", root), .. names.Zip(children)])
        select hasFile ? program.WithFile("a", "") : program;

    private static Gen<ProcessText> Child(CreateStep[] things) =>
        from phrases in Phrases(things, 1, 2)
        from isDaemon in Gen.Frequency((7, Gen.Constant<bool?>(null)), (1, Gen.Constant<bool?>(true)))
        select ProcessText.Of(phrases) with { IsDaemon = isDaemon };

    private static Gen<Statement[]> Phrases(CreateStep[] things, int least, int most) =>
        from count in Gen.Choose(least, most)
        from phrases in Gen.ListOf(Gen.Frequency((5, Synchronizers.PhraseOn(things).Select(p => p.ToArray())), (1, Aside)), count)
        select phrases.SelectMany(p => p).ToArray();

    private static Gen<Statement[]> Aside { get; } = Gen.Elements<Statement[]>(
        [new Print("x")],
        [new Append("a", "y")],
        [new Read("a"), new If(Looks.EmptyText, [new Append("a", "x")], [])],
        [new Pause(1)]);
}
