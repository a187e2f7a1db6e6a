using System.Text.Json;
using ExerciseKit.Contract;
using ExerciseKit.Multiprocessing;
using ExerciseKit.Multiprocessing.Programs;

namespace ExerciseKit.Tests.Multiprocessing;

public sealed class TravelTests
{
    private static readonly LoadedProgram Program = new(typeof(TravelTests).Assembly);

    private static IEnumerable<TestCaseData> Plain()
    {
        object[] values =
        [
            true, (byte)200, (sbyte)-1, short.MinValue, ushort.MaxValue, int.MinValue, uint.MaxValue, long.MinValue, ulong.MaxValue,
            0.1f, 0.1, double.NaN, double.NegativeInfinity, float.PositiveInfinity, 79228162514264337593543950335m, 'x', '\ud800', "käse 奶酪 \"\\\n😀", "half \ud800 pair", "",
            new byte[] { 1, 2, 255 }, Guid.Parse("11111111-2222-3333-4444-555555555555"), TimeSpan.FromTicks(-1), new DateTime(2024, 2, 29, 1, 2, 3, DateTimeKind.Utc),
            new DateOnly(2024, 2, 29), DayOfWeek.Friday, (DayOfWeek)77, Big.Most, System.Numerics.BigInteger.Pow(7, 90), new Version(1, 2), (1, "two", (3.0, (int?)null)),
            new[] { 1, 2 }, new int[][] { [1], [] }, new[,] { { 1, 2, 3 }, { 4, 5, 6 } }, new List<string?> { "a", null }, new Dictionary<string, int> { ["a"] = 1, ["$b"] = 2 },
            new Dictionary<(int, int), string> { [(1, 2)] = "x" }, new HashSet<int> { 3, 1 }, new Queue<int>([1, 2, 3]), new Stack<int>([1, 2, 3]), new SortedDictionary<string, int> { ["z"] = 1 },
            new LinkedList<int>([1, 2]), KeyValuePair.Create(1, "a"), System.Collections.Immutable.ImmutableArray.Create(1, 2),
        ];
        return values.Select((v, i) => new TestCaseData(v).SetArgDisplayNames($"{i} {v.GetType().Name}"));
    }

    [TestCaseSource(nameof(Plain))]
    public void A_plain_value_arrives_as_it_was(object value) =>
        Assert.That(Travel(value, value.GetType()), Is.EqualTo(value).And.TypeOf(value.GetType()));

    [TestCaseSource(nameof(Plain))]
    public void A_value_behind_an_object_arrives_as_what_it_was(object value) =>
        Assert.That(Travel(value, typeof(object)), Is.EqualTo(value).And.TypeOf(value.GetType()));

    [Test]
    public void All_fields_travel_private_inherited_and_captured_ones_and_no_constructor_runs()
    {
        Order.Made = 0;
        var order = new Order("bread", 3) { Note = "sliced" };
        var arrived = (Order)Travel(order, typeof(Order))!;
        Assert.That(arrived.ToString(), Is.EqualTo(order.ToString()).And.EqualTo("bread 3 sliced 42 base"));
        Assert.That(Order.Made, Is.EqualTo(1));
    }

    [Test]
    public void A_copy_shares_nothing_with_its_origin()
    {
        var origin = new List<int[]> { new[] { 1 } };
        var copy = (List<int[]>)Travel(origin, typeof(List<int[]>))!;
        copy[0][0] = 2;
        Assert.That(origin[0][0], Is.EqualTo(1));
    }

    [Test]
    public void A_value_declared_by_interface_or_base_arrives_as_what_it_was()
    {
        var shapes = new IShape[] { new Circle(1.5), new Square(2) };
        Assert.That(Travel(shapes, typeof(IShape[])), Is.EqualTo(shapes));
        IReadOnlyList<int> list = [1, 2, 3];
        Assert.That(Travel(list, typeof(IReadOnlyList<int>)), Is.EqualTo(list));
    }

    [Test]
    public void Arguments_written_by_hand_may_leave_an_interfaces_type_unsaid() =>
        Assert.That(
            Program.Unpack(new Payload("""{"a":[1,2]}""", []), typeof(IReadOnlyDictionary<string, IEnumerable<int>>)),
            Is.EqualTo(new Dictionary<string, int[]> { ["a"] = [1, 2] }));

    [Test]
    public void A_lock_travels_as_a_handle_wherever_it_stands_and_arrives_once()
    {
        var a = new ProcessLock(".~0");
        var b = new ProcessLock("0~7");
        var payload = Program.Pack(new Desk(a, [b, a], new() { ["x"] = b }), typeof(Desk));
        Assert.That(payload.Handles, Is.EqualTo(new[] { new Handle("lock", ".~0"), new Handle("lock", "0~7") }));
        Assert.That(payload.Json, Is.EqualTo("""{"Mine":{"$handle":0},"All":[{"$handle":1},{"$handle":0}],"Named":{"x":{"$handle":1}}}"""));
        var desk = (Desk)Program.Unpack(payload, typeof(Desk))!;
        Assert.That(desk.All[1], Is.SameAs(desk.Mine));
        Assert.That(desk.Named["x"], Is.SameAs(desk.All[0]).And.Not.SameAs(desk.Mine));
    }

    [Test]
    public void A_condition_travels_with_its_lock_and_each_other_primitive_by_its_handle()
    {
        object[] origin = [new ProcessReentrantLock(".~1"), new ProcessSemaphore("0~2"), new ProcessEvent("0~3"), new ProcessBarrier("0~4")];
        var payload = Program.Pack(origin, typeof(object[]));
        Assert.That(payload.Handles, Is.EqualTo(new[] { new Handle("reentrant-lock", ".~1"), new Handle("semaphore", "0~2"), new Handle("event", "0~3"), new Handle("barrier", "0~4") }));
        Assert.That(((object[])Program.Unpack(payload, typeof(object[]))!).Select(p => p.GetType()), Is.EqualTo(origin.Select(p => p.GetType())));

        var gate = new ProcessLock(".~0");
        var notEmpty = new ProcessCondition(gate, new ConditionHandle(".~5"));
        var both = Program.Pack(new Counter(gate, notEmpty), typeof(Counter));
        Assert.That(both.Handles, Is.EqualTo(new[] { new Handle("lock", ".~0"), new Handle("condition", ".~5") }));
        var counter = (Counter)Program.Unpack(both, typeof(Counter))!;
        Assert.That(Program.Pack(counter, typeof(Counter)), Is.EqualTo(both));
    }

    private static IEnumerable<TestCaseData> Refused()
    {
        (string Path, object Value, string Because)[] refused =
        [
            ("value.Callback", new Job { Callback = () => { } }, "code can't be sent"),
            ("value.Parts[1].Self", Ring(), "refers back to itself"),
            ("value.Any", new Job { Any = new MemoryStream() }, "Send the path"),
            ("value.Any", new Job { Any = Task.CompletedTask }, "Wait for it here"),
            ("value.Any", new Job { Any = (nint)1 }, "is an address"),
            ("value.Any", new Job { Any = typeof(int) }, "belongs to this process's code"),
            ("value.Any", new Job { Any = Enumerable.Range(0, 3).Select(i => i) }, "call ToArray()"),
            ("value.Any", new Job { Any = Lazily() }, "call ToArray()"),
            ("value.Any[0]", new Job { Any = new object[] { new CancellationTokenSource() } }, "isn't made for travelling"),
            ("value.Any", new Job { Any = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) }, "comparer of its own"),
            ("value.Any", new Job { Any = new HashSet<string>(StringComparer.OrdinalIgnoreCase) }, "comparer of its own"),
        ];
        return refused.Select(r => new TestCaseData(r.Path, r.Value, r.Because).SetArgDisplayNames(r.Because));
    }

    [TestCaseSource(nameof(Refused))]
    public void What_cannot_travel_is_refused_with_its_place_type_and_way_out(string path, object value, string because)
    {
        var refusal = Assert.Throws<CannotTravelException>(() => Program.Pack(value, value.GetType()))!;
        Assert.That(refusal.Message, Does.StartWith($"{path} can't travel to another process: ").And.Contain(because));
    }

    [Test]
    public void A_chain_that_is_too_deep_is_refused_and_one_that_is_not_arrives()
    {
        Assert.That(() => Program.Pack(Chain(500), typeof(Job)), Throws.TypeOf<CannotTravelException>().With.Message.Contains("nested deeper"));
        Assert.That(Depth((Job)Travel(Chain(150), typeof(Job))!), Is.EqualTo(150));
    }

    [Test]
    public void A_value_that_is_too_large_is_refused() =>
        Assert.That(() => Program.Pack(new string('x', 5_000_000), typeof(string)), Throws.TypeOf<CannotTravelException>().With.Message.Contains("in parts"));

    [TestCase("[1]", typeof(int))]
    [TestCase("\"x\"", typeof(int))]
    [TestCase("7", typeof(Order))]
    [TestCase("""{"$handle":3}""", typeof(ProcessLock))]
    public void A_payload_of_another_type_is_told(string json, Type type) =>
        Assert.That(() => Program.Unpack(new Payload(json, []), type), Throws.InstanceOf<JsonException>().Or.InstanceOf<InvalidOperationException>());

    private static object? Travel(object? value, Type declared) => Program.Unpack(Program.Pack(value, declared), declared);

    private static Job Ring()
    {
        var inner = new Job();
        inner.Self = inner;
        return new Job { Parts = [new Job(), inner] };
    }

    private static Job Chain(int links) => links == 0 ? new Job() : new Job { Self = Chain(links - 1) };

    private static int Depth(Job job) => job.Self is null ? 0 : 1 + Depth(job.Self);

    private static IEnumerable<int> Lazily()
    {
        yield return 1;
    }

    private enum Big : ulong
    {
        Most = ulong.MaxValue,
    }

    private interface IShape;

    private sealed record Circle(double Radius) : IShape;

    private readonly record struct Square(int Side) : IShape;

    private sealed record Counter(ProcessLock Gate, ProcessCondition NotEmpty);

    private sealed record Desk(ProcessLock Mine, ProcessLock[] All, Dictionary<string, ProcessLock> Named);

    private sealed class Job
    {
        public Action? Callback { get; set; }

        public Job? Self { get; set; }

        public object? Any { get; set; }

        public Job[] Parts { get; set; } = [];
    }

    private class Paper
    {
        private readonly string secret = "base";

        public override string ToString() => secret;
    }

    private sealed class Order : Paper
    {
        private readonly string secret;
        private readonly int count;

        public Order(string what, int count)
        {
            Made++;
            (secret, this.count) = (what, count);
        }

        public static int Made { get; set; }

        public required string Note { get; init; }

        private int Hidden { get; } = 42;

        public override string ToString() => $"{secret} {count} {Note} {Hidden} {base.ToString()}";
    }
}
