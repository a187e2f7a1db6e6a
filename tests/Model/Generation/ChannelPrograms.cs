using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace ExerciseKit.Tests.Model.Generation;

/// <summary>Random small programs around queues and pipes, which their root makes and its children use.</summary>
internal static class ChannelPrograms
{
    private const string Locks = "0~0";
    private const string Letters = "0~1";
    private const string Tasks = "0~2";

    /// <summary>A queue of pipe ends.</summary>
    private const string Parcels = "0~3";

    private static readonly string[] Ends = ["0~4", "0~5", "0~6", "0~7"];

    private static readonly string[][] Families =
    [
        ["0", "0.0"],
        ["0", "0.0", "0.1"],
        ["0", "0.0", "0.1"],
        ["0", "0.0", "0.0.0"],
    ];

    private static readonly Gen<int?> Patience = Gen.Elements<int?>(null, null, 0, 1, 2);

    private static readonly Gen<string> AnyEnd = Gen.Elements(Ends[0], Ends[1], Ends[0], Ends[1], Ends[2], Ends[3]);

    public static Arbitrary<SmallProgram> Arbitrary { get; } = Arb.From(Any, Shrinking.Of);

    public static Gen<SmallProgram> Any =>
        from family in Gen.Elements(Families)
        from kind in Gen.Elements(Enum.GetValues<Kind>())
        from capacity in Gen.Elements<int?>(null, 1, 1, 2)
        from isDuplex in Gen.Elements(true, false)
        from isSecondDuplex in Gen.Elements(true, false)
        from buffer in Gen.Elements<int?>(null, null, 0, 3, 6)
        from texts in Gen.CollectToArray(family, name => Text(name, family, kind))
        let makes = (Statement[])
        [
            new CreateLock(Locks), new MakeQueue(Letters, capacity, IsJoinable: false), new MakeQueue(Tasks, capacity, IsJoinable: true),
            new MakeQueue(Parcels, null, IsJoinable: false, HoldsEnds: true), new MakePipe(Ends[0], Ends[1], isDuplex), new MakePipe(Ends[2], Ends[3], isSecondDuplex),
        ]
        let used = makes.Where(m => kind switch { Kind.Queues => m is not (MakePipe or CreateLock), Kind.Pipes => m is MakePipe, _ => true })
        let root = texts[0] with { Body = texts[0].Body.InsertRange(0, used) }
        select SmallProgram.Of([.. family.Zip(texts.Skip(1).Prepend(root))]) with { QueueBuffer = kind == Kind.Pipes ? null : buffer };

    private static Gen<ProcessText> Text(string name, string[] family, Kind kind)
    {
        var children = family.Where(p => Descent.IsChildOf(p, name)).ToArray();
        return
            from count in Gen.Choose(1, children.Length == 0 ? 2 : 3)
            from phrases in Gen.ListOf(Phrase(kind, children), count)
            from ends in kind == Kind.Queues ? Gen.Constant<string[]>([]) : Gen.SubListOf(Ends).Select(e => e.ToArray())
            from closed in Gen.SubListOf(kind == Kind.Queues ? [] : Ends).Select(e => e.ToArray())
            from joins in Gen.Elements(true, true, false)
            from isDaemon in name == "0" ? Gen.Constant<bool?>(null) : Gen.Elements<bool?>(null, null, null, null, true)
            let starts = children.Select(c => (Statement)new Start(c))
            let joining = joins ? children.Select(c => (Statement)new Join(c)) : []
            select new ProcessText([.. starts, .. closed.Select(e => new CloseEnd(e)), .. phrases.SelectMany(p => p), .. joining], isDaemon)
            {
                Ends = ImmutableSortedSet.Create(StringComparer.Ordinal, name == "0" ? [] : ends),
            };
    }

    private static Gen<Statement[]> Phrase(Kind kind, string[] children) =>
        from step in kind switch
        {
            Kind.Queues => Gen.Frequency((8, OfQueues), (1, OfOthers(children))),
            Kind.Pipes => Gen.Frequency((8, OfPipes), (1, OfOthers(children))),
            _ => Gen.Frequency((3, OfQueues), (4, OfPipes), (3, OfCarriers), (1, OfOthers(children))),
        }
        from look in Gen.Frequency(
            (4, Gen.Constant<Statement[]>([])),
            (4, Gen.Constant<Statement[]>([new PrintLast()])),
            (1, from looks in Gen.Elements(Looks.Yes, Looks.Refused) select (Statement[])[new If(looks, [new Print("x")], [new Print("y")])]))
        from times in Gen.Elements(1, 1, 1, 1, 2)
        select times == 1 ? [.. step, .. look] : (Statement[])[new Repeat(times, [.. step, .. look])];

    private static Gen<Statement[]> OfQueues =>
        from letter in Gen.Elements("x", "y")
        from queue in Gen.Elements(Letters, Tasks)
        from patience in Patience
        from steps in Gen.Elements<Statement[]>(
            [new Put(queue, letter, patience)], [new Put(queue, letter, patience)], [new Put(queue, letter)], [new Get(queue, patience)], [new Get(queue, patience)], [new Get(queue)],
            [new CountItems(queue)], [new AskEmpty(queue)], [new AskFull(queue)],
            [new FinishOne(Tasks)], [new Get(Tasks), new FinishOne(Tasks)], [new JoinItems(Tasks)],
            [new AskEmpty(queue), new If(Looks.Yes, [], [new Get(queue)])])
        select steps;

    private static Gen<Statement[]> OfPipes =>
        from letter in Gen.Elements("x", "y")
        from end in AnyEnd
        from patience in Patience
        from length in Gen.Choose(0, 2)
        from steps in Gen.Elements<Statement[]>(
            [new Send(end, letter)], [new Send(end, letter)], [new Send(end, letter)], [new Receive(end)], [new Receive(end)], [new Receive(end)],
            [new Poll(end, patience)], [new CloseEnd(end)], [new CloseEnd(end)],
            [new Send(end, length.ToString(), IsBytes: true)], [new Receive(end, IsBytes: true)], [new Receive(end, IsBytes: true, AtMost: 1)])
        select steps;

    private static Gen<Statement[]> OfCarriers =>
        from end in AnyEnd
        from given in AnyEnd
        from patience in Patience
        from steps in Gen.Elements<Statement[]>(
            [new Put(Parcels, "end", patience, given)], [new Put(Parcels, "end", patience, given), new CloseEnd(given)], [new Get(Parcels, patience)],
            [new Send(end, "x", given)], [new Send(end, "x", given), new CloseEnd(given)], [new Receive(end)])
        select steps;

    private static Gen<Statement[]> OfOthers(string[] children) =>
        from child in Gen.Elements(children.DefaultIfEmpty(""))
        from steps in Gen.Elements<Statement[]>(
            [new Print("x")], [new Pause(1)], [new Throw()], [new Exit(3)], [new LookAtClock()], [new Print("y", EndsLine: false)],
            child.Length == 0 ? [new Return()] : [new Kill(child)], child.Length == 0 ? [new Print("z")] : [new Join(child, 1)], child.Length == 0 ? [new Pause(2)] : [new Terminate(child)])
        select steps;

    private enum Kind
    {
        Queues,
        Pipes,

        /// <summary>Pipe ends travel in items and messages.</summary>
        Both,
    }
}
