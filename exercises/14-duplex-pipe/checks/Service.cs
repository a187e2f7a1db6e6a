using System.Numerics;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Adder;

/// <summary>Who was asked, who has sent which sum first, who has it now, and how the server came to its end.</summary>
/// <param name="Hearers">The processes that have received numbers of questions.</param>
/// <param name="FirstSenders">For each sum that shows the process that was the first to send it; empty where none has.</param>
/// <param name="Delivered">Which of these sums another process has received; a bit each.</param>
/// <param name="Told">The processes that were given the number of questions at their start.</param>
/// <param name="MetTheEnd">The processes that have met the end of a stream.</param>
/// <param name="Dones">How often 'server done' was printed.</param>
/// <param name="Fault">What was wrong with that line, in words; null while nothing is.</param>
internal sealed record Service(
    EquatableArray<Hearer> Hearers, EquatableArray<string> FirstSenders, int Delivered, EquatableArray<string> Told, EquatableArray<string> MetTheEnd, int Dones, LocalizedText? Fault)
{
    internal static readonly LinePattern ServerDone = LinePattern.Like("server done");

    public bool IsByOneServer =>
        FirstSenders.Distinct().Count() == 1 && FirstSenders[0] is not ("" or Names.Root) && BitOperations.PopCount((uint)Delivered) == FirstSenders.Count;

    public bool IsDone => Fault is null && Dones == 1;

    public static Observer<Service> Of(Questions questions) => new(
        new Service([], [.. questions.Telling.Select(_ => "")], 0, [], [], 0, null),
        (seen, happened) => seen.After(happened, questions.Telling),
        [
            new OperationPattern<SendMessage>(), new OperationPattern<ReceiveMessage>(), ServerDone,
            new OperationPattern<StartProcess> { Where = start => questions.TellTheirNumber && new Message(start.Arguments.Json, IsBytes: false).Holds(questions.Asked.Count) },
        ],
        seen => seen.Describe())
    { SeesTime = false };

    private LocalizedText Describe()
    {
        if (Fault is not null)
            return Fault;
        if (!IsDone)
            return ($"'server done' was printed {Dones} times", $"“server done”打印了 {Dones} 次");
        var (senders, received) = (LocalizedText.Join((", ", "、"), FirstSenders.Select(NameOf)), BitOperations.PopCount((uint)Delivered));
        return (
            $"the sums were sent by {senders.En}, and {received} of {FirstSenders.Count} were received",
            $"各个和的发送者是：{senders.Zh}；{FirstSenders.Count} 个中收到了 {received} 个");
    }

    private Service After(KernelEvent happened, EquatableArray<(int X, int Y)> questions) => happened switch
    {
        OperationCompleted { Operation: SendMessage send, Outcome: not Failed } => AfterSend(happened.Agent, new Message(send.Message.Json, send.ByteCount is not null), questions),
        OperationCompleted { Operation: ReceiveMessage receive, Outcome: Item item } => AfterReceive(happened.Agent, new Message(item.Value.Json, receive.IsBytes), questions),
        OperationCompleted { Outcome: Failed { Kind: FailureKind.EndOfStream } } => this with { MetTheEnd = [.. MetTheEnd.Append(happened.Agent).Distinct().Order(StringComparer.Ordinal)] },
        OperationCompleted { Operation: StartProcess start } => this with { Told = [.. Told.Append(start.Process).Order(StringComparer.Ordinal)] },
        LinePrinted when happened.Agent == Names.Root => this with { Dones = Dones + 1, Fault = ("'server done' was printed by the parent", "“server done”由父进程打印") },
        LinePrinted when !MetTheEnd.Contains(happened.Agent) => this with { Dones = Dones + 1, Fault = ("'server done' came before its process had met the end of the stream", "“server done”出现时，打印它的进程还没有遇到流的结束") },
        LinePrinted when FirstSenders.Any(s => s is not "" && s != happened.Agent) => this with { Dones = Dones + 1, Fault = ("'server done' was printed by another process than the one that answered", "打印“server done”的不是作出回答的那个进程") },
        LinePrinted when Told.Contains(happened.Agent) => this with { Dones = Dones + 1, Fault = ("'server done' was printed by a process that had been told how many questions come", "打印“server done”的进程事先被告知了有多少个问题") },
        LinePrinted => this with { Dones = Dones + 1 },
        _ => this,
    };

    private Service AfterSend(string agent, Message sent, EquatableArray<(int X, int Y)> questions) => this with
    {
        FirstSenders = [.. FirstSenders.Select((first, i) => first == "" && sent.Holds(questions[i].X + questions[i].Y) ? SenderOf(agent, i, questions[i]) : first)],
    };

    private Service AfterReceive(string agent, Message received, EquatableArray<(int X, int Y)> questions)
    {
        var heard = Heard(agent);
        var delivered = Delivered;
        for (var i = 0; i < questions.Count; i++)
        {
            heard |= (received.Holds(questions[i].X) ? Hearer.First(i) : 0) | (received.Holds(questions[i].Y) ? Hearer.Second(i) : 0);
            if (FirstSenders[i] is not "" && FirstSenders[i] != agent && received.Holds(questions[i].X + questions[i].Y))
                delivered |= 1 << i;
        }

        return this with
        {
            Hearers = heard == 0 ? Hearers : [.. Hearers.Where(h => h.Agent != agent).Append(new Hearer(agent, heard)).OrderBy(h => h.Agent, StringComparer.Ordinal)],
            Delivered = delivered,
        };
    }

    /// <summary>Who sends a sum before it has received both numbers was not asked for it; where the sum is one of them, it may be the question.</summary>
    private string SenderOf(string agent, int place, (int X, int Y) question)
    {
        var needed = (question.X == 0 ? 0 : Hearer.First(place)) | (question.Y == 0 ? 0 : Hearer.Second(place));
        return (Heard(agent) & needed) == needed ? agent : Questions.IsEcho(question) ? "" : Names.Root;
    }

    private int Heard(string agent) => Hearers.FirstOrDefault(h => h.Agent == agent)?.Numbers ?? 0;

    private static LocalizedText NameOf(string agent) => agent switch
    {
        "" => ("nobody", "没有进程"),
        Names.Root => ("the parent, or a child that had not been asked", "父进程，或者没有被问过的子进程"),
        _ => ProcessPlace.Of(agent),
    };
}

/// <summary>Which of the questions' numbers a process has received.</summary>
/// <param name="Numbers">Two bits a question.</param>
internal sealed record Hearer(string Agent, int Numbers)
{
    public static int First(int question) => 1 << (2 * question);

    public static int Second(int question) => 2 << (2 * question);
}
