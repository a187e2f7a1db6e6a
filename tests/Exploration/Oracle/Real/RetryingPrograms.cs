using System.Collections.Immutable;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Exploration.Oracle.Real;

/// <summary>Programs in which somebody tries a number of times, and goes on regardless when all of it was in vain.</summary>
internal static class RetryingPrograms
{
    private const string Thing = "0~0";
    private const string Other = "0~1";

    /// <summary>What may be tried, by name: what is made for it, what the root does while a child tries, and one try.</summary>
    private static readonly (string Name, CreateStep[] Made, Statement[] Meanwhile, Statement[] Before, Statement Try, Statement[] After)[] Kinds =
    [
        ("lock", [new CreateLock(Thing)], [new Acquire(Thing), new Print("x"), new Release(Thing)], [], new Acquire(Thing, 1), [new Release(Thing)]),
        ("event", [new CreateSignal(Thing)], [new Print("x"), new PutSignal(Thing, IsUp: true)], [], new AwaitSignal(Thing, 1), []),
        ("look at an event", [new CreateSignal(Thing)], [new PutSignal(Thing, IsUp: true)], [], new AskSignal(Thing), []),
        ("semaphore", [new CreatePermits(Thing, 0)], [new Print("x"), new GivePermit(Thing)], [], new TakePermit(Thing, 1), []),
        ("queue", [new MakeQueue(Thing, null, IsJoinable: false)], [new Print("x"), new Put(Thing, "a")], [], new Get(Thing, 1), []),
        ("condition", [new CreateLock(Thing), new CreateSleepers(Other, Thing)], [new Acquire(Thing), new Wake(Other, Thing), new Release(Thing)], [new Acquire(Thing)], new SleepOn(Other, Thing, 1), [new Release(Thing)]),
        ("pipe", [new MakePipe(Thing, Other, IsDuplex: false)], [new Print("x"), new Send(Other, "a")], [], new Poll(Thing, 1), []),
    ];

    public static IEnumerable<string> Names => [.. Kinds.Select(k => k.Name), "join"];

    /// <summary>A child that tries so often; one whose parent tries to join it.</summary>
    public static ProgramCase Of(string name, int times)
    {
        if (name == "join")
            return Case(ProcessText.Of(new Start("0.0"), Tries(new Join("0.0", 1), times, []), new Print("gave up")), ProcessText.Of(new Pause(1), new Print("x")));
        var kind = Kinds.Single(k => k.Name == name);
        var root = ProcessText.Of([.. kind.Made, new Start("0.0"), .. kind.Meanwhile, new Join("0.0")]);
        var ends = kind.Made.OfType<MakePipe>().SelectMany(p => p.Names).ToImmutableSortedSet(StringComparer.Ordinal);
        return Case(root with { Ends = ends }, ProcessText.Of([.. kind.Before, Tries(kind.Try, times, kind.After), new Print("gave up"), .. kind.Before.Length > 0 ? kind.After : []]) with { Ends = ends });
    }

    private static Repeat Tries(Statement attempt, int times, Statement[] after) => new(times, [attempt, new If(Looks.Yes, [.. after, new Return()], [])]);

    private static ProgramCase Case(ProcessText root, ProcessText child) =>
        new(SmallProgram.Of(("0", root), ("0.0", child)), HasTwins: false, ExpectsCrashes: false, []);
}
