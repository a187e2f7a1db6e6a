using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Adder;

/// <summary>What 14-duplex-pipe must hold.</summary>
public sealed class AdderChecks() : ExerciseChecks("14-duplex-pipe")
{
    // Sums that no question shows, and one that is the question.
    private static readonly Questions Plain = Questions.Of((305_419_000, 896), (1_600_000_000, 7), (1_010_580_540, 0), (-5, -1_234_567_890));

    // What somebody may take for a sign to stop, or for no answer; the same question twice; and many.
    private static readonly Questions StopSigns = Questions.Of((0, 0), (-1, -1), (5, -5), (3, 4), (3, 4), (int.MaxValue, int.MinValue), (305_419_000, 896));

    // Whose sum anybody could tell, and nobody is to.
    private static readonly Questions Opposites = Questions.Of((5, -5));

    private static readonly Family<Questions> Asked = Family.Of<Questions>("questions", Questions.Drawn, Plain, StopSigns);

    public override LiveRun Live { get; } = new(
        Scenario.Of(("100 questions", "100 个问题"), "Run", Enumerable.Range(0, 100).Select(i => (i, i * i)).ToArray()),
        TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw)
    {
        var asked = draw.Of(Asked);
        return
        [
            new Check("sums", ("Every question gets its answer, in order", "每个问题都按顺序得到回答"), 2)
                .Each(asked, AreAnswered)
                .Sampling(draw.One("more questions", chance => Questions.Of([.. Enumerable.Range(0, chance.From(12, 20)).Select(_ => (chance.From(-999, 999), chance.From(-999, 999)))])), AreAnswered),
            new Check("in-the-server", ("The sums are worked out by one server, a process of its own", "各个和由同一个服务器算出，它是一个单独的进程"), 4)
                .Each(asked, (check, questions) => ByOneServer(check, questions)
                    .That(Returns(questions)))
                .Each([Opposites], (check, questions) => AreAnswered(check, questions)
                    .AtEnd(("a child receives the question", "由一个子进程收到问题"), Received(Who.Child), times => times > 0)
                    .AtEnd(("the question and its answer go through a pipe", "问题和回答都经由管道传送"), Received(Who.Anybody), times => times > 1))
                .WithHint(("Which process adds, and through what does the other one learn the sum?", "哪个进程做加法？另一个进程通过什么得知结果？")),
            new Check("server-ends", ("The server ends when its client has closed the connection", "客户端关闭连接之后，服务器结束"), 2)
                // What they are does not matter here, but for those that look like an end.
                .Each([StopSigns, Questions.None], (check, questions) => check
                    .In(questions.Scenario)
                    .AtEnd(("the server prints 'server done' once, after it met the end of the stream", "服务器遇到流的结束之后打印一次“server done”"), Service.Of(questions), seen => seen.IsDone)
                    .ReturnsLast(Service.ServerDone))
                .WithHint(("How does the server notice that nobody will ask any more? Who may still hold the client's end open?", "服务器怎样发觉不会再有人来问？谁可能还开着客户端的那一端？")),
            new Check("ends-closed", ("Every process closes the ends that it does not use", "每个进程都关闭自己不用的端"), 2)
                .Each([Plain], (check, questions) => ByOneServer(check, questions)
                    .AtEnd(("no process keeps an end open to the last that it never uses", "没有哪个进程直到结束还开着一个从未用过的端"), PipeEndsKept.Observed, kept => kept.Forgotten is null))
                .WithHint(("Once the server is started, how many copies of its end are there?", "服务器启动之后，它那一端一共有几份副本？")),
        ];
    }

    private static Check AreAnswered(Check check, Questions questions) => check
        .In(questions.Scenario)
        .That(Returns(questions));

    private static Check ByOneServer(Check check, Questions questions) => check
        .In(questions.Scenario)
        .AtEnd(("one child receives the questions and is the first to send each sum, which its client receives", "由同一个子进程收到这些问题，各个和都由它最先发出，并由客户端收到"), Service.Of(questions), seen => seen.IsByOneServer);

    private static Observer<int> Received(Who who) => Observe.Count(new OperationPattern<ReceiveMessage> { Who = who });

    private static AtEnd<int> Returns(Questions questions) => new(
        ($"{string.Join(", ", questions.Sums)} are returned", $"返回 {string.Join(", ", questions.Sums)}"),
        Observe.Nothing,
        (_, end) => end.Result<int[]>() is { } returned && returned.SequenceEqual(questions.Sums),
        (_, end) => end.Result<int[]>() is { } returned ? Returned(returned) : Nothing(end.Ending));

    private static LocalizedText Returned(int[] sums) => sums.Length == 0
        ? ("nothing was returned", "什么也没有返回")
        : ($"{string.Join(", ", sums)} was returned", $"返回的是 {string.Join(", ", sums)}");

    private static LocalizedText Nothing(LocalizedText how) => ($"nothing was returned: Run {how.En}", $"什么也没有返回：Run {how.Zh}");
}
