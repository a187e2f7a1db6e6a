using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Kernel.Pipes;

/// <summary>One end of a pipe. Python: <c>multiprocessing.connection.Connection</c>.</summary>
/// <param name="Other">The name of the other end.</param>
/// <param name="CanSend">Whether messages may be sent from here.</param>
/// <param name="CanReceive">Whether messages may be received here.</param>
/// <param name="Holders">The agents that have a copy of it which they have not closed, in ordinal order.</param>
/// <param name="Inbox">The messages sent to it, the next to be received first.</param>
/// <param name="IsBroken">Whether it can't be read any more, because a message was longer than its receiver accepted.</param>
internal sealed record PipeEndState(
    string Other,
    bool CanSend,
    bool CanReceive,
    EquatableArray<string> Holders,
    EquatableArray<PipeMessage> Inbox,
    bool IsBroken = false) : ObjectState
{
    public override ObjectKind? Kind => ObjectKind.PipeEnd;

    public override int Size => 1 + Inbox.Count;

    internal override IEnumerable<Payload> Carried => Inbox.Select(m => m.Value);

    public PipeEndState HeldAlsoBy(string agent) =>
        Holders.Contains(agent) ? this : this with { Holders = Holders.Append(agent).Order(StringComparer.Ordinal).ToEquatableArray() };

    public PipeEndState NotHeldBy(string agent) =>
        Holders.Contains(agent) ? this with { Holders = Holders.Where(h => h != agent).ToEquatableArray() } : this;

    public override ObjectView View(string name, ViewBounds bounds)
    {
        var (inbox, more) = bounds.Of([.. Inbox.Select(m => m.ByteCount is { } bytes ? $"{bytes} B" : m.Value.Json)]);
        return new(name) { Items = inbox, More = more, Processes = bounds.Of(Holders).Items };
    }

    internal override ObjectState Renamed(Func<string, string> agent) =>
        this with { Holders = Holders.Select(agent).Order(StringComparer.Ordinal).ToEquatableArray() };
}

/// <summary>A message in a pipe.</summary>
/// <param name="Value">The message.</param>
/// <param name="ByteCount">How long it is, when it is bytes; null when it is an object.</param>
internal sealed record PipeMessage(Payload Value, int? ByteCount);
