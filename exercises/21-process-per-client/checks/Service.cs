using System.Text;
using System.Text.Json;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Echo;

/// <summary>What was answered to each client, and what it said of it.</summary>
/// <param name="Clients">One a client.</param>
/// <param name="Fault">The first thing out of place, in words; null while there is none.</param>
internal sealed record Service(EquatableArray<ClientServed> Clients, string? Fault)
{
    private static readonly LinePattern Got = LinePattern.Like("client {i} got {text}");

    // Without names, or a line in upper case would be told to be a given text misspelt.
    private static readonly LinePattern AnyLine = LinePattern.Like("client {} got {}");

    /// <summary>The service of clients with these texts, no two of which are equal.</summary>
    public static Observer<Service> Of(string[][] texts) => new(
        new Service([.. texts.Select(_ => new ClientServed(0, null, 0, null))], null),
        (seen, happened) => happened is LinePrinted printed ? seen.AfterLine(printed, texts) : seen.AfterMessage((OperationCompleted)happened, texts),
        [AnyLine, new OperationPattern<SendMessage>()]);

    /// <summary>Whether every client has said of each of its texts, in order, that the answer came.</summary>
    public bool IsComplete(string[][] texts) => Fault is null && Clients.Select(c => c.Lines).SequenceEqual(texts.Select(t => t.Length));

    /// <summary>Whether each client with a text and each of their servers is a child of its own.</summary>
    public bool HasProcessesOfTheirOwn()
    {
        var processes = Clients.SelectMany(c => (string?[])[c.Server, c.Speaker]).ToList();
        return processes.Distinct().Count() == processes.Count && processes.All(p => p is not null && p != Names.Root);
    }

    public override string ToString() => Fault
        ?? string.Join("; ", Clients.Select((c, i) => $"client {i + 1} got {c.Lines} answers").Concat(Doubles()));

    /// <summary>Which processes have two roles.</summary>
    private IEnumerable<string> Doubles() => Clients
        .SelectMany((c, i) => ((string Role, string? Agent)[])[($"client {i + 1}", c.Speaker), ($"the server of client {i + 1}", c.Server)])
        .Where(r => r.Agent is not null)
        .Prepend((Role: "the parent", Agent: Names.Root))
        .GroupBy(r => r.Agent, r => r.Role)
        .Where(roles => roles.Count() > 1)
        .Select(roles => $"{string.Join(" and ", roles)} are one process");

    private Service AfterMessage(OperationCompleted happened, string[][] texts)
    {
        var message = TextIn((SendMessage)happened.Operation);
        var i = Array.FindIndex(texts, t => t.Any(text => message.Contains(text.ToUpperInvariant(), StringComparison.Ordinal)));
        if (i < 0 || happened.Outcome is Failed)
            return this;
        var fault = Clients[i].Server is { } server && server != happened.Agent ? $"client {i + 1} was answered by two processes" : null;
        return With(i, Clients[i] with { Answers = Clients[i].Answers + 1, Server = happened.Agent }, fault);
    }

    private Service AfterLine(LinePrinted printed, string[][] texts)
    {
        if (!int.TryParse(Got.Capture(printed, "i"), out var number) || number < 1 || number > texts.Length)
            return this with { Fault = Fault ?? $"'{printed.Line}' names a client that there is not" };
        var client = Clients[number - 1];
        var due = texts[number - 1].ElementAtOrDefault(client.Lines)?.ToUpperInvariant();
        var fault = due is null ? "came after that client's last text"
            : Got.Capture(printed, "text") != due ? $"came where 'client {number} got {due}' was due"
            : client.Answers <= client.Lines || client.Server == printed.Agent ? "came before another process had answered through a pipe"
            : client.Speaker is { } speaker && speaker != printed.Agent ? "was printed by another process than the line before"
            : null;
        return With(number - 1, client with { Lines = client.Lines + 1, Speaker = printed.Agent }, fault is null ? null : $"'{printed.Line}' {fault}");
    }

    private Service With(int i, ClientServed client, string? fault) =>
        new([.. Clients.Select((c, at) => at == i ? client : c)], Fault ?? fault);

    private static string TextIn(SendMessage sent) => sent.ByteCount is null
        ? sent.Message.Json
        : Encoding.UTF8.GetString(JsonSerializer.Deserialize<byte[]>(sent.Message.Json) ?? []);
}

/// <summary>How far the service of a client has come.</summary>
/// <param name="Answers">How many answers were sent.</param>
/// <param name="Server">Who sent the last.</param>
/// <param name="Lines">How many lines said that one came.</param>
/// <param name="Speaker">Who printed the last.</param>
internal sealed record ClientServed(int Answers, string? Server, int Lines, string? Speaker);
