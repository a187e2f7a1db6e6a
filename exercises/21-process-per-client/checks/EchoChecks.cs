using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Echo;

/// <summary>What 21-process-per-client must hold. Who makes the pipes and starts the processes is the hand-in's affair.</summary>
public sealed class EchoChecks() : ExerciseChecks("21-process-per-client")
{
    private static readonly string[][] Texts = [["ab", "cd"], ["ef"]];

    private static readonly Scenario TwoClients = Scenario.Of("2 clients, with 2 texts and with 1", "Run", [Texts]);
    private static readonly Scenario OneSilent = Scenario.Of("2 clients, one without a text", "Run", [new string[][] { ["ab"], [] }]);

    private static readonly Observer<Service> Served = Service.Of(Texts);
    private static readonly Observer<Between> Interleaved = new(
        Between.Before,
        (so, happened) => (so, ((LinePrinted)happened).Line) switch
        {
            (Between.Before, "client 1 got AB") => Between.Begun,
            (Between.Begun, "client 2 got EF") => Between.OtherServed,
            (Between.OtherServed, "client 1 got CD") => Between.Finished,
            _ => so,
        },
        [LinePattern.Like("client 1 got AB"), LinePattern.Like("client 2 got EF"), LinePattern.Like("client 1 got CD")],
        so => $"it was {so}")
    { SeesAgents = false };

    public override LiveRun Live { get; } = new(
        Scenario.Of("12 clients with 3 texts each", "Run", [Enumerable.Range(1, 12).Select(i => (string[])[$"a{i}", $"b{i}", $"c{i}"]).ToArray()]),
        TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw) =>
    [
        new Check("answers", "Every client gets its texts back in upper case, in order, from another process", 3)
            .In(TwoClients)
            .AtEnd("'client 1 got AB', 'client 1 got CD', 'client 2 got EF' are printed, each when another process has answered", Served, seen => seen.IsComplete(Texts))
            .WithHint("Which process turns a text into upper case, and which one prints it?"),
        new Check("own-process", "Each client is a process, and is served by one of its own", 2)
            .In(TwoClients)
            .AtEnd("each client's lines come from a child of its own, and its answers from a further one", Served, seen => seen.HasProcessesOfTheirOwn())
            .WithHint("Count the processes: how many are there for each client, and which of them talks to two?"),
        new Check("nobody-waits", "A slow client delays nobody", 2)
            .In(TwoClients)
            .AtEnd("every client is served", Served, seen => seen.IsComplete(Texts))
            .Sometimes("client 2 can be served between the two texts of client 1", Interleaved, so => so == Between.Finished)
            .WithHint("Client 1 has its first answer, and takes an hour to think about the second text. What does client 2 wait for?"),
        new Check("all-end", "Every process ends by itself, at the end of its client's stream", 2)
            .In(OneSilent)
            .That(new AtEnd<int>(
                "there are 4 children or more, a client and a server for each of 2 clients",
                Observe.Nothing,
                (_, end) => end.Children >= 4,
                (_, end) => $"there were {end.Children}"))
            .AtEnd("2 children meet the end of a stream, and none is ended from outside", Endings.Observed, seen => seen is { MetTheEnd.Count: >= 2, CutOff: 0 })
            .WithHint("How does a server that was not told how many texts will come notice that its client is through?"),
        new Check("ends-closed", "Every process closes the ends that it does not use", 1)
            .In(TwoClients)
            .AtEnd("every client is served", Served, seen => seen.IsComplete(Texts))
            .AtEnd("no process keeps an end open to the last that it never uses", PipeEndsKept.Observed, kept => kept.Forgotten is null)
            .WithHint("Which ends has each process once all are started, the parent's and its sisters' among them, and which of them does it need?"),
    ];

    /// <summary>How far client 2 has come in the middle of client 1.</summary>
    private enum Between
    {
        Before,
        Begun,
        OtherServed,
        Finished,
    }
}
