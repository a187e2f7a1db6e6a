using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace ExerciseKit.Tests.Model.Generation;

/// <summary>Random programs whose root has a pool of one or two workers, hands in some jobs, and deals with what they come to.</summary>
internal static class PoolPrograms
{
    private const string Lock = "0~0";
    private const string Value = "0~1";
    private const string Pool = "0~2";

    private static readonly Gen<string> Letters = Gen.Elements("x", "y");

    private static readonly Gen<int> Seconds = Gen.Choose(0, 2);

    public static Gen<SmallProgram> Any =>
        from workers in Gen.Elements<string[]>(["0.0"], ["0.0", "0.1"], ["0.0", "0.1"])
        from jobs in Gen.Choose(1, 2).SelectMany(n => Gen.ListOf(AnyJob, n))
        from handedIn in Gen.Choose(1, 3).SelectMany(n => Gen.ListOf(Gen.Choose(0, jobs.Count - 1), n))
        from dealing in Dealing(handedIn.Count)
        from isLocked in Gen.Elements(true, false, false)
        let work = ImmutableList.Create<Statement>(new WorkOn(Pool, [.. jobs]))
        let root = ProcessText.Of(
        [
            new CreateLock(Lock), new MakeValue(Value, 0), new MakePool(Pool, [.. workers]), .. workers.Select(w => new Start(w)),
            .. isLocked ? (Statement[])[new Acquire(Lock)] : [],
            .. handedIn.Select((job, i) => new HandIn(Pool, i + 1, job)),
            .. dealing,
        ])
        let program = SmallProgram.Of([("0", root), .. workers.Select(w => (w, new ProcessText(work, IsDaemon: true)))])
        select WithTwins(program, workers);

    /// <summary>Workers are told apart by nothing but their names: they run one text.</summary>
    private static SmallProgram WithTwins(SmallProgram program, string[] workers)
    {
        var first = program.Processes[workers[0]];
        return program with { Processes = workers.Aggregate(program.Processes, (all, worker) => all.SetItem(worker, all[worker] with { Body = first.Body })) };
    }

    private static Gen<Job> AnyJob =>
        from letter in Letters
        from seconds in Seconds
        from body in Gen.Frequency<Statement[]>(
            (3, Gen.Constant<Statement[]>([new Pause(seconds)])),
            (3, Gen.Constant<Statement[]>([new Print(letter)])),
            (2, Gen.Constant<Statement[]>([new Pause(seconds), new Print(letter)])),
            (3, Gen.Constant<Statement[]>([new GetValue(Value), new BumpValue(Value)])),
            (1, Gen.Constant<Statement[]>([new Acquire(Lock), new GetValue(Value), new BumpValue(Value), new Release(Lock)])),
            (1, Gen.Constant<Statement[]>([new Acquire(Lock), new Print(letter)])),
            (1, Gen.Constant<Statement[]>([])),
            (1, Gen.Constant<Statement[]>([new Exit(3)])))
        from fails in Gen.Elements(true, false, false, false)
        select new Job([.. body], fails);

    private static Gen<ImmutableList<Statement>> Dealing(int jobs) =>
        from order in Gen.Shuffle(Enumerable.Range(1, jobs).ToArray())
        from waits in Gen.CollectToArray(order, Waiting)
        from between in Gen.Elements<Statement[]>([], [], [new Release(Lock)], [new Print("x")], [new Pause(1)], [new TerminateIt(Pool)], [new CloseIt(Pool)])
        from any in jobs == 1 ? Gen.Constant<Statement[]>([]) : Gen.Elements<Statement[]>([], [], [], [new AwaitJob(Pool, [.. order.Order()]), new PrintLast()], [new AwaitJob(Pool, [.. order.Order()], 1), new PrintLast()])
        from ending in Gen.Elements<Statement[]>(
            [], [new CloseIt(Pool)], [new CloseIt(Pool), new JoinIt(Pool)], [new CloseIt(Pool), new JoinIt(Pool)], [new TerminateIt(Pool)], [new TerminateIt(Pool), new JoinIt(Pool)],
            [new JoinIt(Pool), new PrintLast()])
        from epilogue in Gen.Elements<Statement[]>([], [new GetValue(Value), new PrintLast()], [new LookAtClock(), new PrintLast()])
        select ImmutableList.Create<Statement>([.. any, .. waits.Take(any.Length > 0 ? 1 : jobs).SelectMany(w => w).Concat(between), .. ending, .. epilogue]);

    private static Gen<Statement[]> Waiting(int number) =>
        from patience in Gen.Elements<int?>(null, null, null, 0, 1, 2)
        from statements in Gen.Elements<Statement[]>([new AwaitJob(Pool, [number], patience)], [new AwaitJob(Pool, [number], patience), new PrintLast()], [])
        select statements;
}
