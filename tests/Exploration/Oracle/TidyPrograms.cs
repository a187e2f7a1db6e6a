using System.Collections.Immutable;
using ExerciseKit.Tests.Model;
using FsCheck;
using FsCheck.Fluent;

namespace ExerciseKit.Tests.Exploration.Oracle;

/// <summary>Random programs that look like exercises: a root that starts its children, looks after them, and ends; children that lock, print, sleep, read and write.</summary>
internal static class TidyPrograms
{
    private static readonly Gen<int> Seconds = Gen.Choose(0, 3);

    private static readonly Gen<string> Letters = Gen.Elements("x", "y");

    private static readonly Gen<string> Paths = Gen.Elements("a", "a", "b");

    public static Gen<SmallProgram> Any =>
        from count in Gen.Choose(2, 3)
        from locks in Gen.Elements<string[]>(["0~0"], ["0~0", "0~1"])
        let names = Enumerable.Range(0, count).Select(i => $"0.{i}").ToArray()
        from children in Gen.CollectToArray(names, _ => Child(locks))
        from root in Root(names, locks)
        from hasFile in Gen.Elements(true, true, false)
        let program = SmallProgram.Of([("0", root), .. names.Zip(children)])
        select hasFile ? program.WithFile("a", "old") : program;

    /// <summary>Programs that are wrong only where one process takes over from another at the wrong moment: look, then act; two locks in either order.</summary>
    public static Gen<SmallProgram> Contending =>
        from first in Contender
        from second in Contender
        from third in Gen.Frequency((3, Gen.Constant<ImmutableList<Statement>?>(null)), (1, Contender.Select(c => (ImmutableList<Statement>?)c)))
        let texts = third is null ? ImmutableList.Create(first, second) : [first, second, third]
        let names = texts.Select((_, i) => $"0.{i}").ToList()
        let root = ProcessText.Of(
        [
            new CreateLock("0~0"), new CreateLock("0~1"), new MakeDictionary("0~2"), new MakeValue("0~3", 0), .. names.Select(n => new Start(n)), .. names.Select(n => new Join(n)),
            new EntriesOf("0~2"), new PrintLast(),
        ])
        select SmallProgram.Of([("0", root), .. names.Zip(texts, (name, text) => (name, new ProcessText(text)))]).WithFile("a", "");

    internal static Gen<ImmutableList<Statement>> Contender =>
        from letter in Letters
        from hasLock in Gen.Elements(0, 1, 2)
        from order in Gen.Elements("0~0", "0~1")
        from act in Gen.Elements<Statement[]>(
            [new Read("a"), new If(Looks.EmptyText, [new Append("a", letter)], [])],
            [new Exists("b"), new If(Looks.Yes, [], [new Append("b", letter), new Append("a", letter)])],
            [new Print("x"), new Append("a", letter), new Print("y")],
            [new Write("a", letter), new Read("a"), new If(Looks.EmptyText, [new Print("x")], [])],
            [new GetEntry("0~2", "a"), new BumpEntry("0~2", "a"), new GetEntry("0~2", "b"), new PrintLast()],
            [new HasEntry("0~2", "b"), new If(Looks.Yes, [new CountOfEntries("0~2"), new PrintLast()], [new PutEntry("0~2", "b", 1)])],
            [new GetValue("0~3"), new BumpValue("0~3"), new GetValue("0~3"), new PrintLast()])
        from more in Gen.Elements<Statement[]>([], [], [new Print(letter)], [new Read("b"), new PrintLast()])
        let other = order == "0~0" ? "0~1" : "0~0"
        select hasLock switch
        {
            0 => [.. act, .. more],
            1 => [new Acquire(order), .. act, new Release(order), .. more],
            _ => ImmutableList.Create<Statement>([new Acquire(order), new Acquire(other), .. act, new Release(other), new Release(order)]),
        };

    private static Gen<ProcessText> Child(string[] locks) =>
        from count in Gen.Choose(1, 2)
        from phrases in Gen.ListOf(Phrase(locks), count)
        from isDaemon in Gen.Elements<bool?>(null, null, null, null, true)
        select new ProcessText([.. phrases.SelectMany(p => p)], isDaemon);

    private static Gen<ProcessText> Root(string[] names, string[] locks) =>
        from tending in Gen.Choose(0, 2).SelectMany(n => Gen.ListOf(Tending(names), n))
        from joined in Gen.Elements(names.Length, names.Length, names.Length, names.Length - 1, 0)
        from epilogue in Gen.Frequency((3, Phrase(locks)), (2, Gen.Constant<Statement[]>([])))
        select ProcessText.Of(
        [
            .. locks.Select(l => new CreateLock(l)),
            .. names.Select(n => new Start(n)),
            .. tending.SelectMany(t => t),
            .. names.Take(joined).Select(n => new Join(n)),
            .. epilogue,
        ]);

    private static Gen<Statement[]> Tending(string[] names) =>
        from name in Gen.Elements<string>(names)
        from seconds in Seconds
        from letter in Letters
        from statements in Gen.Frequency(
            (3, Gen.Constant<Statement[]>([new Print(letter)])),
            (2, Gen.Constant<Statement[]>([new Pause(seconds)])),
            (2, Gen.Constant<Statement[]>([new Join(name)])),
            (3, Gen.Constant<Statement[]>([new Join(name, seconds), new PrintLast()])),
            (1, Gen.Constant<Statement[]>([new AskAlive(name), new PrintLast()])),
            (1, Gen.Constant<Statement[]>([new AskExitCode(name), new PrintLast()])),
            (1, Gen.Constant<Statement[]>([new Terminate(name)])))
        select statements;

    private static Gen<Statement[]> Phrase(string[] locks) =>
        from name in Gen.Elements<string>(locks)
        from other in Gen.Elements<string>(locks)
        from letter in Letters
        from path in Paths
        from seconds in Seconds
        from inner in Gen.Elements<Statement[]>(
            [new Print(letter)],
            [new Print("x"), new Print("y")],
            [new Read(path), new Append(path, "+")],
            [new Read(path), new PrintLast()],
            [new Write(path, letter)],
            [new Append(path, letter)],
            [new Fill("c", letter), new Rename("c", path, Overwrite: true)],
            [new Pause(seconds), new Print(letter)],
            [new LookAtClock(), new PrintLast()],
            [new Exists("b"), new If(Looks.Yes, [], [new Append("b", letter)])],
            [new Exists("b"), new If(Looks.Yes, [new Print(letter)], [new Pause(seconds), new Append("b", "+")])])
        from statements in Gen.Frequency<Statement[]>(
            (5, Gen.Constant(inner)),
            (5, Gen.Constant<Statement[]>([new Acquire(name), .. inner, new Release(name)])),
            (2, Gen.Constant<Statement[]>([new Acquire(name, seconds), new If(Looks.Yes, [.. inner, new Release(name)], [new Print(letter)])])),
            (2, Gen.Constant<Statement[]>([new Acquire(name), new Acquire(other), .. inner, new Release(other), new Release(name)])),
            (1, Gen.Constant<Statement[]>([new Acquire(name), .. inner])),
            (1, Gen.Constant<Statement[]>([new Repeat(2, [.. inner])])),
            (1, Gen.Elements<Statement[]>([new Exit(3)], [new Throw()])))
        select statements;
}
