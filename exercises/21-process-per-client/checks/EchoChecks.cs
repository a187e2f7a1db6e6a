using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Echo;

/// <summary>What 21-process-per-client must hold. Who makes the pipes and starts the processes is the hand-in's affair.</summary>
public sealed class EchoChecks() : ExerciseChecks("21-process-per-client")
{
    private static readonly Clients TwoClients = Clients.Of(["ab", "cd"], ["ef"]);

    // Three texts of one client; an empty text before another.
    private static readonly Family<Clients> Answered = Family.Of<Clients>(
        "answered", chance => Clients.Drawn(chance, chance.OneOf<int[]>([1], [2], [3])), TwoClients, Clients.Of(["no", "on", "no"]), Clients.Of(["", "x"]));

    // Who has two texts may be the one or the other.
    private static readonly Clients[] Mixed = [TwoClients, Clients.Of(["gh"], ["kl", "mn"])];

    // No text at all, and an empty one, which is a text.
    private static readonly Family<Clients> Ending = Family.Of<Clients>(
        "ending", chance => Clients.Drawn(chance, chance.OneOf<int[]>([1], [2])), Clients.Of(["ab"], []), Clients.Of(["", "zz"]));

    public override LiveRun Live { get; } = new(
        Clients.Of([.. Enumerable.Range(1, 12).Select(i => (string[])[$"a{i}", $"b{i}", $"c{i}"])]).ScenarioNamed("12 clients with 3 texts each"),
        TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw) =>
    [
        new Check("answers", "Every client gets its texts back in upper case, in order, from another process", 3)
            .Each(draw.Of(Answered), Served)
            .Sampling(draw.One("more clients", chance => Clients.Drawn(chance, [.. Enumerable.Range(0, chance.From(4, 5)).Select(_ => chance.From(1, 4))])), Served)
            .WithHint("Which process turns a text into upper case, and which one prints it? And which texts are none?"),
        new Check("own-process", "Each client is a process, and is served by one of its own", 2)
            .Each([TwoClients], (check, clients) => check
                .In(clients.Scenario)
                .AtEnd("each client's lines come from a child of its own, and its answers from a further one", Service.Of(clients), seen => seen.HasProcessesOfTheirOwn(clients)))
            .WithHint("Count the processes: how many are there for each client, and which of them talks to two?"),
        new Check("nobody-waits", "A slow client delays nobody", 2)
            .Each(Mixed, (check, clients) => Served(check, clients)
                .Sometimes("one client can be served between the two texts of the other", Interleaving.Of(clients.Got, "i"), seen => seen.IsSo))
            .WithHint("Client 1 has its first answer, and takes an hour to think about the second text. What does client 2 wait for?"),
        new Check("all-end", "Every process ends by itself, at the end of its client's stream", 2)
            .Each(draw.Of(Ending), Ends)
            .WithHint("How does a server that was not told how many texts will come notice that its client is through?"),
        new Check("ends-closed", "Every process closes the ends that it does not use", 1)
            .Each([TwoClients], (check, clients) => Served(check, clients)
                .AtEnd("no process keeps an end open to the last that it never uses", PipeEndsKept.Observed, kept => kept.Forgotten is null))
            .WithHint("Which ends has each process once all are started, the parent's and its sisters' among them, and which of them does it need?"),
    ];

    private static Check Served(Check check, Clients clients) => check
        .In(clients.Scenario)
        .AtEnd($"for each text a line comes from its client, in order, when another process has answered ({clients.InWords})", Service.Of(clients), seen => seen.IsComplete(clients));

    private static Check Ends(Check check, Clients clients) => check
        .In(clients.Scenario)
        .That(new AtEnd<int>(
            $"there are {2 * clients.Texts.Count} children or more, a client and a server for each client",
            Observe.Nothing,
            (_, end) => end.Children >= 2 * clients.Texts.Count,
            (_, end) => $"there were {end.Children}"))
        .AtEnd(
            $"{(clients.Texts.Count == 1 ? "1 child meets" : $"{clients.Texts.Count} children meet")} the end of a stream, and none is ended from outside",
            Endings.Observed,
            seen => seen.MetTheEnd.Count >= clients.Texts.Count && seen.CutOff == 0);
}
