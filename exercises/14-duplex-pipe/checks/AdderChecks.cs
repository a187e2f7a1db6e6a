using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Adder;

/// <summary>What 14-duplex-pipe must hold.</summary>
public sealed class AdderChecks() : ExerciseChecks("14-duplex-pipe")
{
    private static readonly Scenario Three = Ask("3 questions", (40, 2), (1000, 7), (5, 60));
    private static readonly Scenario None = Ask("no questions");

    // Sums that no question shows.
    private static readonly Observer<Service> Served = Service.Of(42, 1007, 65);

    public override LiveRun Live { get; } = new(Ask("100 questions", [.. Enumerable.Range(0, 100).Select(i => (i, i * i))]), TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw) =>
    [
        new Check("sums", "Every question gets its answer, in order", 2)
            .In(Three)
            .That(Returns(42, 1007, 65)),
        new Check("in-the-server", "The sums are worked out by one server, a process of its own", 4)
            .In(Three)
            .That(Returns(42, 1007, 65))
            .AtEnd("one child receives the questions and is the first to send each sum", Served, seen => seen.IsByOneServer)
            .WithHint("Which process adds, and through what does the other one learn the sum?"),
        new Check("server-ends", "The server ends when its client has closed the connection", 2)
            .In(Three, None)
            .AtEnd("the server prints 'server done' once, after it met the end of the stream", Served, seen => seen.IsDone)
            .WithHint("How does the server notice that nobody will ask any more? Who may still hold the client's end open?"),
        new Check("ends-closed", "Every process closes the ends that it does not use", 2)
            .In(Three)
            .AtEnd("one child receives the questions and is the first to send each sum", Served, seen => seen.IsByOneServer)
            .AtEnd("no process keeps an end open to the last that it never uses", PipeEndsKept.Observed, kept => kept.Forgotten is null)
            .WithHint("Once the server is started, how many copies of its end are there?"),
    ];

    private static Scenario Ask(string name, params (int X, int Y)[] questions) => Scenario.Of(name, "Run", [questions]);

    private static AtEnd<int> Returns(params int[] sums) => new(
        $"{string.Join(", ", sums)} are returned",
        Observe.Nothing,
        (_, end) => end.Result<int[]>() is { } returned && returned.SequenceEqual(sums),
        (_, end) => end.Result<int[]>() is { } returned ? $"{(returned.Length == 0 ? "nothing" : string.Join(", ", returned))} was returned" : $"nothing was returned: Run {end.Ending}");
}
