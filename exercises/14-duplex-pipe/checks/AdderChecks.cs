using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Adder;

/// <summary>What 14-duplex-pipe must hold.</summary>
public sealed class AdderChecks() : ExerciseChecks("14-duplex-pipe")
{
    // Sums that no question shows.
    private static readonly Questions Plain = Questions.Of((305_419_000, 896), (1_600_000_000, 7), (-5, -1_234_567_890));

    // What somebody may take for a sign to stop, or for no answer; the same question twice; and many.
    private static readonly Questions StopSigns = Questions.Of((0, 0), (-1, -1), (5, -5), (3, 4), (3, 4), (int.MaxValue, int.MinValue), (305_419_000, 896));

    private static readonly Family<Questions> Asked = Family.Of<Questions>("questions", Questions.Drawn, Plain, StopSigns);

    public override LiveRun Live { get; } = new(
        Scenario.Of("100 questions", "Run", Enumerable.Range(0, 100).Select(i => (i, i * i)).ToArray()),
        TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw)
    {
        var asked = draw.Of(Asked);
        return
        [
            new Check("sums", "Every question gets its answer, in order", 2)
                .Each(asked, AreAnswered)
                .Sampling(draw.One("more questions", chance => Questions.Of([.. Enumerable.Range(0, chance.From(12, 20)).Select(_ => (chance.From(-999, 999), chance.From(-999, 999)))])), AreAnswered),
            new Check("in-the-server", "The sums are worked out by one server, a process of its own", 4)
                .Each(asked, (check, questions) => ByOneServer(check, questions)
                    .That(Returns(questions)))
                .WithHint("Which process adds, and through what does the other one learn the sum?"),
            new Check("server-ends", "The server ends when its client has closed the connection", 2)
                // What they are does not matter here, but for those that look like an end.
                .Each([StopSigns, Questions.None], (check, questions) => check
                    .In(questions.Scenario)
                    .AtEnd("the server prints 'server done' once, after it met the end of the stream", Service.Of(questions), seen => seen.IsDone))
                .WithHint("How does the server notice that nobody will ask any more? Who may still hold the client's end open?"),
            new Check("ends-closed", "Every process closes the ends that it does not use", 2)
                .Each([Plain], (check, questions) => ByOneServer(check, questions)
                    .AtEnd("no process keeps an end open to the last that it never uses", PipeEndsKept.Observed, kept => kept.Forgotten is null))
                .WithHint("Once the server is started, how many copies of its end are there?"),
        ];
    }

    private static Check AreAnswered(Check check, Questions questions) => check
        .In(questions.Scenario)
        .That(Returns(questions));

    private static Check ByOneServer(Check check, Questions questions) => check
        .In(questions.Scenario)
        .AtEnd("one child receives the questions and is the first to send each sum, which its client receives", Service.Of(questions), seen => seen.IsByOneServer);

    private static AtEnd<int> Returns(Questions questions) => new(
        $"{string.Join(", ", questions.Sums)} are returned",
        Observe.Nothing,
        (_, end) => end.Result<int[]>() is { } returned && returned.SequenceEqual(questions.Sums),
        (_, end) => end.Result<int[]>() is { } returned ? $"{(returned.Length == 0 ? "nothing" : string.Join(", ", returned))} was returned" : $"nothing was returned: Run {end.Ending}");
}
