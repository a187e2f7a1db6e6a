using System.Collections.Immutable;
using ExerciseKit.Tests.Model;
using FsCheck;
using FsCheck.Fluent;

namespace ExerciseKit.Tests.Exploration.Oracle;

/// <summary>Random programs whose processes run one method, each with its own name, which it may print; and some in which one of them does something else besides.</summary>
internal static class NamesakePrograms
{
    /// <summary>What a process prints in place of a letter, by its number: names that nobody looks for, or letters that somebody may take for another's.</summary>
    private static readonly Func<int, string, string>[] Accents =
    [
        (number, text) => $"{text}{number}",
        (number, text) => text,
        (number, text) => (number, text) switch { (1, "x") => "y", (1, "y") => "x", (2, _) => $"{text}2", _ => text },
        // Two letters of one are one letter of the other.
        (number, text) => number == 1 ? "x" : text,
    ];

    public static Gen<SmallProgram> Any =>
        from count in Gen.Frequency((3, Gen.Constant(2)), (2, Gen.Constant(3)))
        from first in TidyPrograms.Contender
        from more in Gen.Frequency((2, Gen.Constant(ImmutableList<Statement>.Empty)), (1, TidyPrograms.Contender), (2, Gen.Elements<ImmutableList<Statement>>([new Print("x")], [new Print("y", EndsLine: false), new Print("x")], [new Pause(1), new Print("y")])))
        from own in Gen.Elements<Statement[]>(
            [], [], [new AskSelf()],
            [new Acquire("0~1"), new AskSelf(), new FillOwn("o"), new MoveOwn("b"), new Release("0~1")],
            [new AskSelf(), new FillOwn("o"), new Read("a"), new If(Looks.EmptyText, [new MoveOwn("a")], [new MoveOwn("b")])])
        from accent in Gen.Elements(Accents)
        from odd in Gen.Frequency((3, Gen.Constant(-1)), (1, Gen.Choose(0, count - 1)))
        from oddity in Gen.Elements<Statement>(new Print("x"), new Append("a", "!"), new Exit(3), new Pause(1), new Acquire("0~0"))
        from isJoined in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
        let names = Enumerable.Range(0, count).Select(i => $"0.{i}").ToList()
        let root = ProcessText.Of(
        [
            new CreateLock("0~0"), new CreateLock("0~1"), new MakeDictionary("0~2"), new MakeValue("0~3", 0), .. names.Select(n => new Start(n)), .. names.Where(_ => isJoined).Select(n => new Join(n)),
            new EntriesOf("0~2"), new PrintLast(),
        ])
        let program = SmallProgram.Of([("0", root), .. names.Select(n => (n, new ProcessText([.. first, .. own, .. more])))]).WithFile("a", "")
        select OfOneMethod(program, names, accent, odd, oddity);

    private static SmallProgram OfOneMethod(SmallProgram program, List<string> names, Func<int, string, string> accent, int odd, Statement oddity)
    {
        var body = program.Processes[names[0]].Body;
        return program with { Processes = program.Processes.SetItems(names.Select((name, number) => KeyValuePair.Create(name, Of(number)))) };

        ProcessText Of(int number)
        {
            var own = body.ConvertAll(statement => Accented(statement, number));
            return new ProcessText(number == odd ? own.Add(oddity with { Line = body[^1].Line }) : own) { Namesake = names[0] };
        }

        Statement Accented(Statement statement, int number) => statement switch
        {
            Print print => print with { Text = accent(number, print.Text) },
            Composite composite => composite.Map(s => Accented(s, number)),
            _ => statement,
        };
    }
}
