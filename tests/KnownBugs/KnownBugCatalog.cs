using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Tests.KnownBugs;

/// <summary>The known bugs: the families of SCTBench that processes and their primitives can express.</summary>
internal static class KnownBugCatalog
{
    private static readonly Observer<EquatableArray<Saying>> Taken = Observe.Sayings(LinePattern.Like("took {item}"), "item");
    private static readonly Observer<int> Meals = Observe.Count(LinePattern.Like("eats"));

    public static IReadOnlyList<KnownBug> All { get; } =
    [
        new("account", "Account", "Run(int opening, int deposit, int withdrawal)", Verdict.Crash, 0)
        {
            Scenario = Setting("a deposit, a withdrawal, an audit", 10, 5, 3).With(("balance", 10), ("deposited", 0), ("withdrawn", 0)),
            Mended = [Leaves("balance", 12)],
        },
        new("arithmetic_prog", "ArithmeticProg", "Run(int count)", Verdict.Deadlock, 1)
        {
            Scenario = Setting("2 numbers", 2).With(("number", 0), ("total", 0)),
            Mended = [Leaves("number", 0), Leaves("total", 3)],
        },
        new("bluetooth_driver", "BluetoothDriver", "Run()", Verdict.Crash, 1)
        {
            Scenario = Setting("a request, a stop").With(("stopping", 0), ("stopped", 0), ("pending", 1)),
            Mended = [Leaves("stopped", 1)],
            SchedulesOfSurw = 70,
        },
        new("carter01", "Carter01", "Run()", Verdict.Deadlock, 1)
        {
            Scenario = Setting("two classes of work").With(("a", 0), ("b", 0)),
            Mended = [Leaves("a", 0), Leaves("b", 0)],
        },
        new("circular_buffer", "CircularBuffer", "Run(int slots, int items)", Verdict.Crash, 0)
        {
            Scenario = Setting("2 slots, 3 items", 2, 3).With(("put", 0), ("taken", 0), ("slot0", 0), ("slot1", 0)),
            Mended = [SomeTake(1, 2, 3)],
        },
        new("deadlock01", "Deadlock01", "Run()", Verdict.Deadlock, 1)
        {
            Scenario = Setting("2 locks in both orders").With(("counter", 0)),
            Mended = [Leaves("counter", 2)],
            SchedulesOfSurw = 2,
        },
        .. Enumerable.Range(2, 4).Select(Philosophers),
        new("lazy01", "Lazy01", "Run()", Verdict.Crash, 0) { Scenario = Setting("2 adders, 1 check").With(("sum", 0)) },
        new("phased_barrier", "PhasedBarrier", "Run(int workers, int phases)", Verdict.Crash, 0)
        {
            Scenario = Setting("2 workers, 2 phases", 2, 2).With(("cell0", 0), ("cell1", 0)),
            Mended = [Leaves("cell0", 2), Leaves("cell1", 2)],
        },
        new("queue", "TakeQueue", "Run(int items, int takers)", Verdict.Violation, 1)
        {
            Scenario = Setting("1 item, 2 takers", 1, 2).With(("head", 0), ("tail", 0)),
            Properties = [new Never<EquatableArray<Saying>>("nobody takes what is not there", Taken, taken => taken.Any(t => t.Text == "nothing"))],
            Mended = [SomeTake(1)],
        },
        Reorder(2) with { SchedulesOfSurw = 7 },
        Reorder(3),
        Reorder(4),
        new("stack", "PushStack", "Run(int items)", Verdict.Crash, 1)
        {
            Scenario = Setting("2 items", 2).With(("top", 0), ("slot1", 0), ("slot2", 0)),
            Mended = [SomeTake(1, 2), SomeTake(2)],
        },
        new("stringbuffer", "StringBuffer", "Run()", Verdict.Crash, 1)
        {
            Scenario = Setting("an appender, an eraser").WithFile("source", "text").WithFile("target", ""),
            Mended = [new AtEnd<int>("all is appended or nothing", Observe.Nothing, (_, end) => end.FileText("target") is "text" or "")],
            SchedulesOfSurw = 8,
        },
        new("sync01", "Sync01", "Run()", Verdict.Deadlock, 0)
        {
            Scenario = Setting("1 gives, 1 takes").With(("number", 0)),
            Mended = [Leaves("number", 0), SomeTake(1)],
        },
        new("sync02", "Sync02", "Run(int pairs)", Verdict.Deadlock, 0)
        {
            Scenario = Setting("2 put, 2 take", 2).With(("items", 0)),
            Mended = [Leaves("items", 0), SomeTake(1, 1)],
        },
        new("token_ring", "TokenRing", "Run()", Verdict.Crash, 0) { Scenario = Setting("3 places, 1 check").With(("place0", 0), ("place1", 0), ("place2", 0)) },
        TwoStage("twostage", 1),
        WrongLock("wronglock_3", 3),
        WrongLock("wronglock", 7) with { SchedulesOfSurw = 7 },
    ];

    /// <summary>The same programs with more processes, as SCTBench has them too: how the cost grows.</summary>
    public static IReadOnlyList<KnownBug> Larger { get; } =
    [
        Philosophers(6),
        Philosophers(7),
        Reorder(9),
        Reorder(19),
        TwoStage("twostage_20", 19),
        WrongLock("wronglock_15", 15),
    ];

    private static KnownBug Philosophers(int count) => new($"din_phil{count}", "Philosophers", "Run(int count)", Verdict.Deadlock, 1)
    {
        Scenario = Setting($"{count} philosophers", count),
        Mended = [new AtEnd<int>("everybody eats", Meals, (meals, _) => meals == count)],
    };

    private static KnownBug Reorder(int setters) => new($"reorder_{setters + 1}", "Reorder", "Run(int setters)", Verdict.Crash, 1)
    {
        Scenario = Setting($"{setters} setters, 1 check", setters).With(("a", 0), ("b", 0)),
        Mended = [Leaves("a", 1), Leaves("b", -1)],
    };

    private static KnownBug TwoStage(string name, int writers) => new(name, "TwoStage", "Run(int writers)", Verdict.Crash, 1)
    {
        Scenario = Setting(writers == 1 ? "1 writer, 1 reader" : $"{writers} writers, 1 reader", writers).With(("number", 0), ("next", 0)),
        Mended = [Leaves("next", 2)],
    };

    private static KnownBug WrongLock(string name, int wrong) => new(name, "WrongLock", "Run(int right, int wrong)", Verdict.Crash, 1)
    {
        Scenario = Setting($"1 with the right lock, {wrong} with another", 1, wrong).With(("counter", 0)),
        Mended = [Leaves("counter", 1 + wrong)],
    };

    private static AtEnd<int> Leaves(string name, int value) => new(
        $"{name} ends at {value}",
        Observe.Nothing,
        (_, end) => Last(end.FileText(name)) == $"{value}",
        (_, end) => $"it ended at {Last(end.FileText(name))}");

    // A program may leave the earlier numbers before it.
    private static string? Last(string? numbers) => numbers?.Split(' ')[^1];

    private static Sometimes<EquatableArray<Saying>> SomeTake(params int[] items) => new(
        $"{string.Join(" and ", items)} can be taken",
        Taken,
        taken => taken.Select(t => t.Text).SequenceEqual(items.Select(i => $"{i}")));

    private static Scenario Setting(string name, params object?[] arguments) => Scenario.Of(name, "Run", arguments);

    private static Scenario With(this Scenario scenario, params IEnumerable<(string Name, int Value)> numbers) =>
        numbers.Aggregate(scenario, (s, number) => s.WithFile(number.Name, $"{number.Value}"));
}
