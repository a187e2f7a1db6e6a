using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace ExerciseKit.Tests.Model.Generation;

/// <summary>Random primitives by which processes wait for each other, and what is done with them. There is a lock <c>0~0</c> besides.</summary>
internal static class Synchronizers
{
    private const string Lock = "0~0";

    private static readonly Gen<int?> Patience = Gen.Elements<int?>(null, null, 0, 1, 2);

    public static Gen<CreateStep[]> Reentrant { get; } = Gen.Constant<CreateStep[]>([new CreateReentrant("0~2")]);

    public static Gen<CreateStep[]> Permits { get; } =
        from initial in Gen.Choose(0, 2)
        from room in Gen.Elements<int?>(null, null, 0, 1)
        select new CreateStep[] { new CreatePermits("0~2", initial, room is { } more ? Math.Max(1, initial + more) : null) };

    public static Gen<CreateStep[]> Signal { get; } = Gen.Constant<CreateStep[]>([new CreateSignal("0~2")]);

    public static Gen<CreateStep[]> Sleepers { get; } = Gen.Elements<CreateStep[]>(
        [new CreateSleepers("0~2", Lock)],
        [new CreateSleepers("0~2", Lock), new CreateSleepers("0~3", Lock)],
        [new CreateReentrant("0~2"), new CreateSleepers("0~3", "0~2")]);

    public static Gen<CreateStep[]> Barrier { get; } = Gen.Choose(1, 3).Select(n => new CreateStep[] { new CreateBarrierOf("0~2", n) });

    public static Gen<CreateStep[]> Any { get; } = Gen.OneOf(Reentrant, Permits, Signal, Sleepers, Sleepers, Barrier);

    /// <summary>One to four statements that belong together.</summary>
    public static Gen<ImmutableList<Statement>> PhraseOn(IEnumerable<CreateStep> things) =>
        from thing in Gen.Elements(things)
        from phrase in On(thing)
        from look in Gen.Frequency((2, Gen.Constant<Statement?>(null)), (1, Gen.Constant<Statement?>(new PrintLast())))
        select look is null ? phrase : phrase.Add(look);

    private static Gen<ImmutableList<Statement>> On(CreateStep thing) => thing switch
    {
        CreateReentrant { Name: var name } => Single(p => [new Enter(name, p), new Enter(name, p), new Leave(name), new Leave(name)]),
        CreatePermits { Name: var name } => Single(p => [new TakePermit(name, p), new TakePermit(name, p), new GivePermit(name), new GivePermit(name)]),
        CreateSignal { Name: var name } => Single(p => [new PutSignal(name, IsUp: true), new PutSignal(name, IsUp: true), new PutSignal(name, IsUp: false), new AskSignal(name), new AwaitSignal(name, p), new AwaitSignal(name, p)]),
        CreateSleepers sleepers => OnSleepers(sleepers),
        CreateBarrierOf { Name: var name } => OnBarrier(name),
        MakeDictionary or MakeList or MakeValue => SharedContainers.Using(thing).Select(s => ImmutableList.Create(s)),
        _ => throw new ArgumentException($"There are no phrases on {thing}; add them here."),
    };

    private static Gen<ImmutableList<Statement>> Single(Func<int?, Statement[]> statements) =>
        Patience.SelectMany(p => Gen.Elements(statements(p))).Select(s => ImmutableList.Create(s));

    private static Gen<ImmutableList<Statement>> OnBarrier(string name) =>
        from patience in Gen.Elements<int?>(null, null, null, null, 0, 1)
        from step in Gen.Frequency<Statement>(
            (8, Gen.Constant<Statement>(new Meet(name, patience))),
            (1, Gen.Constant<Statement>(new SmashBarrier(name))),
            (2, Gen.Constant<Statement>(new ClearBarrier(name))),
            (1, Gen.Constant<Statement>(new CountAtBarrier(name))),
            (1, Gen.Constant<Statement>(new AskSmashed(name))))
        select ImmutableList.Create(step);

    private static Gen<ImmutableList<Statement>> OnSleepers(CreateSleepers sleepers) =>
        from patience in Patience
        from count in Gen.Elements<int?>(1, 1, 2, 0, null)
        from act in Gen.Elements<Statement[]>(
            [new SleepOn(sleepers.Name, sleepers.Lock, patience)],
            [new SleepOn(sleepers.Name, sleepers.Lock, patience), new PrintLast()],
            [new Wake(sleepers.Name, sleepers.Lock, count)],
            [new Wake(sleepers.Name, sleepers.Lock, count)],
            [new Exists("b"), new If(Looks.Yes, [], [new SleepOn(sleepers.Name, sleepers.Lock, patience)])],
            [new Append("b", "+"), new Wake(sleepers.Name, sleepers.Lock, count)])
        from times in Gen.Elements(1, 1, 1, 1, 0, 2)
        select Locked(sleepers.Lock, times, act);

    private static ImmutableList<Statement> Locked(string name, int times, Statement[] act)
    {
        var isPlain = name == Lock;
        Statement take = isPlain ? new Acquire(name) : new Enter(name);
        Statement give = isPlain ? new Release(name) : new Leave(name);
        // Who takes a plain lock twice would only wait for himself.
        var depth = isPlain ? Math.Min(times, 1) : times;
        return [.. Enumerable.Repeat(take, depth), .. act, .. Enumerable.Repeat(give, depth)];
    }
}
