using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Adder;

/// <summary>Who has sent which sum first, and how the server came to its end.</summary>
/// <param name="FirstSenders">For each sum the process that was the first to send it; empty where none has.</param>
/// <param name="Receivers">The processes that have received something.</param>
/// <param name="MetTheEnd">The processes that have met the end of a stream.</param>
/// <param name="Dones">How often 'server done' was printed.</param>
/// <param name="Fault">What was wrong with that line, in words; null while nothing is.</param>
internal sealed record Service(EquatableArray<string> FirstSenders, EquatableArray<string> Receivers, EquatableArray<string> MetTheEnd, int Dones, string? Fault)
{
    private static readonly LinePattern ServerDone = LinePattern.Like("server done");

    public bool IsByOneServer => FirstSenders.Distinct().Count() == 1 && FirstSenders[0] is not ("" or Names.Root);

    public bool IsDone => Fault is null && Dones == 1;

    public static Observer<Service> Of(params int[] sums) => new(
        new Service([.. sums.Select(_ => "")], [], [], 0, null),
        (seen, happened) => seen.After(happened, sums),
        [new OperationPattern<SendMessage>(), new OperationPattern<ReceiveMessage>(), ServerDone],
        seen => seen.Fault ?? (seen.IsDone
            ? $"the sums were sent by {string.Join(", ", seen.FirstSenders.Select(NameOf))}"
            : $"'server done' was printed {seen.Dones} times"));

    private Service After(KernelEvent happened, int[] sums) => happened switch
    {
        OperationCompleted { Operation: SendMessage send, Outcome: not Failed } => this with
        {
            FirstSenders = [.. FirstSenders.Zip(sums, (first, sum) => first == "" && IsIn(send, sum) ? SenderOf(happened.Agent) : first)],
        },
        OperationCompleted { Outcome: Item } => this with { Receivers = With(Receivers, happened.Agent) },
        OperationCompleted { Outcome: Failed { Kind: FailureKind.EndOfStream } } => this with { MetTheEnd = With(MetTheEnd, happened.Agent) },
        LinePrinted when happened.Agent == Names.Root => this with { Dones = Dones + 1, Fault = "'server done' was printed by the parent" },
        LinePrinted when !MetTheEnd.Contains(happened.Agent) => this with { Dones = Dones + 1, Fault = "'server done' came before its process had met the end of the stream" },
        LinePrinted when FirstSenders.Any(s => s is not "" && s != happened.Agent) => this with { Dones = Dones + 1, Fault = "'server done' was printed by another process than the one that answered" },
        LinePrinted => this with { Dones = Dones + 1 },
        _ => this,
    };

    /// <summary>Who sends before it has received anything can't have been asked.</summary>
    private string SenderOf(string agent) => Receivers.Contains(agent) ? agent : Names.Root;

    // How a hand-in writes a number is its own affair: as text, or as bytes in either order.
    private static bool IsIn(SendMessage send, int sum)
    {
        if (send.ByteCount is null)
            return IsIn(send.Message.Json, sum);
        var sent = JsonSerializer.Deserialize<byte[]>(send.Message.Json) ?? [];
        var number = BitConverter.GetBytes(sum);
        return sent.AsSpan().IndexOf(number) >= 0 || sent.Reverse().ToArray().AsSpan().IndexOf(number) >= 0 || IsIn(Encoding.Latin1.GetString(sent), sum);
    }

    private static bool IsIn(string text, int sum) => Regex.IsMatch(text, $@"(?<!\d){sum}(?!\d)");

    private static EquatableArray<string> With(EquatableArray<string> agents, string agent) =>
        agents.Contains(agent) ? agents : [.. agents.Append(agent).Order(StringComparer.Ordinal)];

    private static string NameOf(string agent) => agent switch
    {
        "" => "nobody",
        Names.Root => "the parent, or a child that had not been asked",
        _ => $"child {agent}",
    };
}
