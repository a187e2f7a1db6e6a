using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Echo;

/// <summary>What 21-process-per-client must hold. Who makes the pipes and starts the processes is the hand-in's affair.</summary>
public sealed class EchoChecks() : ExerciseChecks("21-process-per-client")
{
    private static readonly Clients TwoClients = Clients.Of(["ab", "cd"], ["ef"]);

    // Three texts of one client, all the same; an empty text before another.
    private static readonly Family<Clients> Answered = Family.Of<Clients>(
        "answered", chance => Clients.Drawn(chance, chance.OneOf<int[]>([1], [2], [3])), TwoClients, Clients.Of(["no", "no", "no"]), Clients.Of(["", "x"]));

    // Who has two texts may be the one or the other.
    private static readonly Clients[] Mixed = [TwoClients, Clients.Of(["gh"], ["kl", "mn"])];

    private static readonly Clients OneIsSilent = Clients.Of(["ab"], []);

    // No text at all, and an empty one, which is a text.
    private static readonly Family<Clients> Ending = Family.Of<Clients>(
        "ending", chance => Clients.Drawn(chance, chance.OneOf<int[]>([1], [2])), OneIsSilent, Clients.Of(["", "zz"]));

    public override LiveRun Live { get; } = new(
        Clients.Of([.. Enumerable.Range(1, 12).Select(i => (string[])[$"a{i}", $"b{i}", $"c{i}"])]).ScenarioNamed(("12 clients with 3 texts each", "12 个客户，每人 3 段文字")),
        TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw) =>
    [
        new Check("answers", ("Every client gets its texts back in upper case, in order, from another process", "每个客户都从另一个进程按顺序收回自己文字的大写"), 3)
            .Each(draw.Of(Answered), Served)
            .Sampling(draw.One("more clients", chance => Clients.Drawn(chance, [.. Enumerable.Range(0, chance.Children(7, 9, each: 2)).Select(_ => chance.From(0, 4))])), Served)
            .WithHint(("Which process turns a text into upper case, and which one prints it? And which texts are none?", "哪个进程把文字变成大写？哪个进程打印？又有哪些算不上文字？")),
        new Check("own-process", ("Each client is a process, and is served by one of its own", "每个客户是一个进程，并由专属的另一个进程服务"), 2)
            .Each([TwoClients], OfTheirOwn)
            .Sampling(draw.One("many clients", chance => Clients.Drawn(chance, [.. Enumerable.Range(0, chance.Children(7, 9, each: 2)).Select(_ => chance.From(1, 2))])), OfTheirOwn)
            .WithHint(("Count the processes: how many are there for each client, and which of them talks to two?", "数一数进程：每个客户有几个？其中哪个在和两个客户说话？")),
        new Check("nobody-waits", ("A slow client delays nobody", "慢的客户不会耽误别人"), 2)
            .Each(Mixed, (check, clients) => Served(check, clients)
                .Sometimes(("one client can be served between the two texts of the other", "一个客户可以在另一个客户的两段文字之间得到服务"), Interleaving.Of(clients.Got, "i"), seen => seen.IsSo))
            .WithHint(("Client 1 has its first answer, and takes an hour to think about the second text. What does client 2 wait for?", "客户 1 得到第一个回答之后，花一个小时想第二段文字。客户 2 在等什么？")),
        new Check("all-end", ("Every process ends by itself, at the end of its client's stream", "每个进程都在自己客户的流结束时自行结束"), 2)
            .Each(draw.Of(Ending), (check, clients) => Ends(check, clients).ReturnsLast(clients.Got))
            .WithHint(("How does a server that was not told how many texts will come notice that its client is through?", "服务器不知道会来多少段文字，怎样发觉客户已经说完了？")),
        new Check("ends-closed", ("Every process closes the ends that it does not use", "每个进程都关闭自己不用的端"), 1)
            .Each([TwoClients], (check, clients) => Served(check, clients)
                .AtEnd(("no process keeps an end open to the last that it never uses", "没有哪个进程直到结束还开着一个从未用过的端"), PipeEndsKept.Observed, kept => kept.Forgotten is null))
                .Each([OneIsSilent], (check, clients) => check
                    .In(clients.Scenario)
                    .AtEnd(("no process waits for a child with an end open that it never uses", "没有哪个进程在等待子进程时还开着一个从不使用的端"), PipeEndsKept.WhileWaiting, kept => kept.Forgotten is null))
            .WithHint(("Which ends has each process once all are started, the parent's and its sisters' among them, and which of them does it need?", "全部启动之后，每个进程手里有哪些端（包括父进程的和别的子进程的）？其中需要的是哪些？")),
    ];

    private static Check OfTheirOwn(Check check, Clients clients) => check
        .In(clients.Scenario)
        .AtEnd(("each client's lines come from a child of its own, and its answers from a further one", "每个客户的行由他自己的子进程打印，回答则来自另一个专属的子进程"), Service.Of(clients), seen => seen.HasProcessesOfTheirOwn(clients));

    private static Check Served(Check check, Clients clients) => check
        .In(clients.Scenario)
        .AtEnd(($"for each text a line comes from its client, in order, when another process has answered ({clients.InWords.En})", $"每段文字都在另一个进程回答之后由该客户按顺序打印一行（{clients.InWords.Zh}）"), Service.Of(clients), seen => seen.IsComplete(clients));

    private static Check Ends(Check check, Clients clients) => check
        .In(clients.Scenario)
        .That(new AtEnd<int>(
            ($"there are {2 * clients.Texts.Count} children or more, a client and a server for each client", $"至少有 {2 * clients.Texts.Count} 个子进程：每个客户各有一个客户进程和一个服务器进程"),
            Observe.Nothing,
            (_, end) => end.Children >= 2 * clients.Texts.Count,
            (_, end) => ($"there were {end.Children}", $"有 {end.Children} 个")))
        .AtEnd(
            ($"{(clients.Texts.Count == 1 ? "1 child meets" : $"{clients.Texts.Count} children meet")} the end of a stream, and none is ended from outside",
             $"有 {clients.Texts.Count} 个子进程遇到流的结束，没有进程被外力终止"),
            Endings.Observed,
            seen => seen.MetTheEnd.Count >= clients.Texts.Count && seen.CutOff == 0);
}
