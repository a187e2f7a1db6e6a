using System.Text;
using System.Text.Json;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Echo;

/// <summary>What went through pipes, and what each client said of it.</summary>
/// <param name="Pipes">The pipes' two ends.</param>
/// <param name="Underway">What was sent and not received yet, in order.</param>
/// <param name="Received">What was received and not spoken of yet, in order, by the processes that spoke or may yet.</param>
/// <param name="Clients">One a client.</param>
/// <param name="Fault">The first thing out of place, in words; null while there is none.</param>
internal sealed record Service(EquatableArray<Ends> Pipes, EquatableArray<Message> Underway, EquatableArray<Message> Received, EquatableArray<ClientServed> Clients, LocalizedText? Fault)
{
    public static Observer<Service> Of(Clients clients) => new(
        new Service([], [], [], [.. clients.Texts.Select(_ => new ClientServed(null, 0, null))], null),
        (seen, happened) => happened is LinePrinted printed ? seen.AfterLine(printed, clients) : seen.After((OperationCompleted)happened),
        [clients.Got, new OperationPattern<CreatePipe>(), new OperationPattern<SendMessage>(), new OperationPattern<ReceiveMessage>()],
        seen => seen.Describe())
    { SeesTime = false };

    /// <summary>Whether every client has said of each of its texts, in order, that the answer came.</summary>
    public bool IsComplete(Clients clients) => Fault is null && Clients.Select(c => c.Lines).SequenceEqual(clients.Texts.Select(t => t.Count));

    /// <summary>Whether each client with a text and each of their servers is a child of its own.</summary>
    public bool HasProcessesOfTheirOwn(Clients clients)
    {
        var processes = Clients.Where((_, i) => clients.Texts[i].Count > 0).SelectMany(c => (string?[])[c.Server, c.Speaker]).ToList();
        return processes.Distinct().Count() == processes.Count && processes.All(p => p is not null && p != Names.Root);
    }

    private LocalizedText Describe() => Fault ?? LocalizedText.Join(("; ", "；"), Clients.Select((c, i) => Answers(i + 1, c.Lines)).Concat(Doubles()));

    private static LocalizedText Answers(int client, int lines) => ($"client {client} got {lines} answers", $"客户 {client} 得到 {lines} 个回答");

    /// <summary>Which processes have two roles.</summary>
    private IEnumerable<LocalizedText> Doubles() => Clients
        .SelectMany((c, i) => ((LocalizedText Role, string? Agent)[])[(($"client {i + 1}", $"客户 {i + 1}"), c.Speaker), (($"the server of client {i + 1}", $"客户 {i + 1} 的服务器"), c.Server)])
        .Where(r => r.Agent is not null)
        .Prepend((Role: ("the parent", "父进程"), Agent: Names.Root))
        .GroupBy(r => r.Agent, r => r.Role)
        .Where(roles => roles.Count() > 1)
        .Select(roles => LocalizedText.Join((" and ", "和"), roles))
        .Select(roles => new LocalizedText($"{roles.En} are one process", $"{roles.Zh}是同一个进程"));

    private Service After(OperationCompleted happened) => happened switch
    {
        { Operation: CreatePipe pipe } => this with { Pipes = [.. Pipes.Append(new Ends(pipe.Object, pipe.Right)).OrderBy(p => p.Left, StringComparer.Ordinal)] },
        { Operation: SendMessage send, Outcome: not Failed } => this with { Underway = Ordered(Underway.Append(new Message(OtherEnd(send.Object), happened.Agent, TextIn(send)))) },
        { Operation: ReceiveMessage receive, Outcome: Item } when Underway.FirstOrDefault(m => m.To == receive.Object) is { } message => this with
        {
            Underway = Without(Underway, message),
            Received = Ordered(Received.Append(message with { To = happened.Agent })),
        },
        _ => this,
    };

    private Service AfterLine(LinePrinted printed, Clients clients)
    {
        var number = int.Parse(clients.Got.Capture(printed, "i"));
        var client = Clients[number - 1];
        var due = clients.Texts[number - 1].ElementAtOrDefault(client.Lines)?.ToUpperInvariant();
        var answer = due is null ? null : Received.FirstOrDefault(m => m.To == printed.Agent && m.From != printed.Agent && m.Text.Contains(due, StringComparison.Ordinal));
        LocalizedText? fault = due is null ? ("came after that client's last text", "出现在该客户的最后一段文字之后")
            : clients.Got.Capture(printed, "text") != due ? ($"came where 'client {number} got {due}' was due", $"出现在该是“client {number} got {due}”的地方")
            : answer is null ? ("came before another process had answered through a pipe", "出现时，还没有别的进程通过管道作出回答")
            : client.Server is { } server && server != answer.From ? ("was the answer of another process than the one before", "所说的回答与前一个不是来自同一个进程")
            : client.Speaker is { } speaker && speaker != printed.Agent ? ("was printed by another process than the line before", "与前一行不是由同一个进程打印")
            : null;
        return this with
        {
            Received = answer is null ? Received : Without(Received, answer),
            Clients = [.. Clients.Select((c, at) => at == number - 1 ? new ClientServed(answer?.From ?? c.Server, c.Lines + 1, printed.Agent) : c)],
            Fault = Fault ?? (fault is null ? null : ($"'{printed.Line}' {fault.En}", $"“{printed.Line}”{fault.Zh}")),
        };
    }

    private string OtherEnd(string end) => Pipes.First(p => p.Left == end || p.Right == end) is var pipe && pipe.Left == end ? pipe.Right : pipe.Left;

    // In order of the receivers: what goes to others at the same time makes no difference.
    private static EquatableArray<Message> Ordered(IEnumerable<Message> messages) => [.. messages.OrderBy(m => m.To, StringComparer.Ordinal)];

    private static EquatableArray<Message> Without(EquatableArray<Message> messages, Message one) => [.. messages.Where(m => !ReferenceEquals(m, one))];

    private static string TextIn(SendMessage sent) => sent.ByteCount is null
        ? sent.Message.Json
        : Encoding.UTF8.GetString(JsonSerializer.Deserialize<byte[]>(sent.Message.Json) ?? []);
}

/// <summary>The two ends of a pipe.</summary>
internal sealed record Ends(string Left, string Right);

/// <summary>A message: the end at which it comes out or the process that took it, who sent it, and what it says.</summary>
internal sealed record Message(string To, string From, string Text);

/// <summary>How far the service of a client has come.</summary>
/// <param name="Server">Whose answer it spoke of last.</param>
/// <param name="Lines">How many lines said that one came.</param>
/// <param name="Speaker">Who printed the last.</param>
internal sealed record ClientServed(string? Server, int Lines, string? Speaker);
