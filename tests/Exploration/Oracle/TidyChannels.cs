using System.Collections.Immutable;
using ExerciseKit.Tests.Model;
using FsCheck;
using FsCheck.Fluent;

namespace ExerciseKit.Tests.Exploration.Oracle;

/// <summary>Random programs that look like exercises with queues and pipes, and that end more often than not.</summary>
internal static class TidyChannels
{
    private const string Queue = "0~0";
    private const string Left = "0~0";
    private const string Right = "0~1";

    private static readonly Gen<string> Letter = Gen.Elements("x", "y");

    public static Gen<SmallProgram> Any => Gen.OneOf(ProducersAndConsumers, Workers, Streams, Dialogues);

    /// <summary>Two put, two take: a child and the root, no more than are put.</summary>
    private static Gen<SmallProgram> ProducersAndConsumers =>
        from capacity in Gen.Elements<int?>(null, 1, 2)
        from puts in Gen.ArrayOf(Letter, 2)
        from second in Gen.Elements<string[]>([], ["x"], ["y"])
        from takenByChild in Gen.Choose(0, 2)
        from taken in Gen.Choose(0, 1 + second.Length)
        from takes in Gen.Elements<Statement>(new Get(Queue), new Get(Queue), new Get(Queue, 1), new Get(Queue, 0))
        from look in Gen.Elements<Statement>(new PrintLast(), new PrintLast(), new CountItems(Queue), new If(Looks.Yes, [new Print("x")], [new PrintLast()]))
        from buffer in Gen.Elements<int?>(null, null, null, 0, 3)
        from joinsFirst in Gen.Elements(true, false, false)
        let mine = Enumerable.Range(0, Math.Max(0, taken + 1 - takenByChild)).SelectMany(_ => (Statement[])[takes, look])
        let joins = (Statement[])[new Join("0.0"), new Join("0.1"), new Join("0.2")]
        select SmallProgram.Of(
            ("0", ProcessText.Of([new MakeQueue(Queue, capacity, IsJoinable: false), new Start("0.0"), new Start("0.1"), new Start("0.2"), .. joinsFirst ? joins.Concat(mine) : mine.Concat(joins)])),
            ("0.0", ProcessText.Of([.. puts.Select(p => new Put(Queue, p))])),
            ("0.1", ProcessText.Of([.. second.Select(p => new Put(Queue, p, 1)), new Print("x")])),
            ("0.2", ProcessText.Of([.. Enumerable.Range(0, takenByChild).SelectMany(_ => (Statement[])[new Get(Queue), new PrintLast()])]))) with
        { QueueBuffer = buffer };

    /// <summary>Daemons work on tasks, and the root waits until all are done.</summary>
    private static Gen<SmallProgram> Workers =>
        from tasks in Gen.Choose(1, 3).SelectMany(n => Gen.ArrayOf(Letter, n))
        from count in Gen.Choose(1, 2)
        from work in Gen.Elements<Statement[]>(
            [new PrintLast(), new FinishOne(Queue)], [new FinishOne(Queue), new Print("y")], [new FinishOne(Queue), new FinishOne(Queue), new PrintLast()], [new Append("a", "+"), new FinishOne(Queue)])
        from after in Gen.Elements<Statement>(new Read("a"), new CountItems(Queue), new AskEmpty(Queue), new JoinItems(Queue))
        let names = Enumerable.Range(0, count).Select(i => $"0.{i}").ToArray()
        let body = ProcessText.Daemon(new Repeat(3, [new Get(Queue), .. work]))
        select SmallProgram.Of(
        [
            ("0", ProcessText.Of([new MakeQueue(Queue, null, IsJoinable: true), .. names.Select(n => new Start(n)), .. tasks.Select(t => new Put(Queue, t)), new JoinItems(Queue), new Print("x"), after, new PrintLast()])),
            .. names.Select(n => (n, body)),
        ]);

    /// <summary>One writes, one or two read until the stream ends; an end is forgotten now and then.</summary>
    private static Gen<SmallProgram> Streams =>
        from sent in Gen.Choose(0, 2)
        from rounds in Gen.Choose(1, 3)
        from readers in Gen.Choose(1, 2)
        from forgets in Gen.Elements(false, false, false, true)
        from givesBoth in Gen.Elements(false, false, false, true)
        from closesOther in Gen.Elements(true, true, false)
        from polls in Gen.Elements<Statement[]>([], [], [new Poll(Left, 0), new PrintLast()], [new Poll(Left, 1)], [new Poll(Left, null), new PrintLast()])
        from end in Gen.Elements<Statement[]>([], [new CloseEnd(Right)], [new Throw()], [new Pause(1)])
        let names = Enumerable.Range(1, readers).Select(i => $"0.{i}").ToArray()
        let reader = ProcessText.Of([.. givesBoth && closesOther ? [new CloseEnd(Right)] : Array.Empty<Statement>(), new Repeat(rounds, [.. polls, new Receive(Left), new PrintLast()])]) with
        {
            Ends = ImmutableSortedSet.Create<string>(StringComparer.Ordinal, givesBoth ? [Left, Right] : [Left]),
        }
        let writer = ProcessText.Of([new Repeat(sent, [new Send(Right, "x"), new PrintLast()]), .. end]) with { Ends = ImmutableSortedSet.Create(StringComparer.Ordinal, Right) }
        select SmallProgram.Of(
        [
            ("0", ProcessText.Of(
            [
                new MakePipe(Left, Right, IsDuplex: false), new Start("0.0"), .. names.Select(n => new Start(n)),
                .. forgets ? [] : (Statement[])[new CloseEnd(Right), new CloseEnd(Left)], new Join("0.0"), .. names.Select(n => new Join(n)), new Print("y"),
            ])),
            ("0.0", writer),
            .. names.Select(n => (n, reader)),
        ]);

    /// <summary>A question and an answer, through a pipe that both sides use; an end may travel in a message.</summary>
    private static Gen<SmallProgram> Dialogues =>
        from letter in Letter
        from asks in Gen.Choose(1, 2)
        from answers in Gen.Choose(1, 3)
        from closes in Gen.Elements(true, true, false)
        from given in Gen.Elements<string?>(null, null, Left)
        from final in Gen.Elements<Statement[]>([], [new CloseEnd(Left)], [new Receive(Left), new PrintLast()], [new Kill("0.0")])
        select SmallProgram.Of(
            ("0", ProcessText.Of(
            [
                new MakePipe(Left, Right, IsDuplex: true), new Start("0.0"), .. closes ? [new CloseEnd(Right)] : Array.Empty<Statement>(),
                new Repeat(asks, [new Send(Left, letter, given), new Receive(Left), new PrintLast()]), .. final, new Join("0.0"),
            ])),
            ("0.0", ProcessText.Of(new Repeat(answers, [new Receive(Right), new If(Looks.Refused, [new Print("y")], [new Send(Right, "y"), new PrintLast()])])) with
            {
                Ends = ImmutableSortedSet.Create(StringComparer.Ordinal, Right),
            }));
}
