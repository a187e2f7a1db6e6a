using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Kernel.Pipes;

/// <summary>Pipes: messages keep their boundaries; the stream ends when every copy of the other end is closed, and not before.</summary>
internal sealed class PipeRules : IPrimitive
{
    public IReadOnlyList<Type> Operations { get; } =
        [typeof(CreatePipe), typeof(SendMessage), typeof(ReceiveMessage), typeof(PollConnection), typeof(CloseConnection)];

    public bool IsEnabled(KernelState state, AgentState agent, Operation operation)
    {
        if (operation is not (ReceiveMessage or PollConnection) || state.Find<PipeEndState>(((ObjectOperation)operation).Object) is not { } end)
            return true;
        var mayRead = end.CanReceive && !end.IsBroken && end.Holders.Contains(agent.Name);
        return !mayRead || end.Inbox.Count > 0 || !PipeEnds.IsOpen(state, end.Other);
    }

    public void Complete(Transition transition, Operation operation)
    {
        var name = ((ObjectOperation)operation).Object;
        var end = transition.State.Find<PipeEndState>(name);
        var agent = transition.Agent.Name;
        switch (operation)
        {
            case CreatePipe create when end is null:
                transition.Set(name, new PipeEndState(create.Right, CanSend: create.IsDuplex, CanReceive: true, [agent], []));
                transition.Set(create.Right, new PipeEndState(name, CanSend: true, CanReceive: create.IsDuplex, [agent], []));
                transition.Answer(Done.Instance);
                break;
            case CloseConnection:
                PipeEnds.Close(transition, agent, name);
                transition.Answer(Done.Instance);
                break;
            case not CreatePipe when end is not null && !end.Holders.Contains(agent):
                PipeEnds.RefuseClosed(transition);
                break;
            case SendMessage send when end is not null:
                Send(transition, send, end);
                break;
            case ReceiveMessage or PollConnection when end is { CanReceive: false }:
                transition.Refuse(FailureKind.InputOutput, $"{operation.Describe().En} was called on the sending end of a one-way pipe. Receive from the left end, or make the pipe duplex.");
                break;
            case ReceiveMessage or PollConnection when end is { IsBroken: true }:
                transition.Refuse(FailureKind.InputOutput, "The connection can't be read any more: an earlier message was longer than its receiver accepted.");
                break;
            case ReceiveMessage receive when end is not null:
                Receive(transition, receive, name, end);
                break;
            case PollConnection when end is not null:
                transition.Answer(Flag.True);
                break;
            default:
                transition.Refuse(FailureKind.InvalidOperation, $"There is no pipe end {name}.");
                break;
        }
    }

    public IEnumerable<string> HeldBy(KernelState state, AgentState agent, Operation operation) => OtherEnd(state, operation)?.Holders ?? [];

    public LocalizedText WaitsFor(KernelState state, AgentState agent, Operation operation) => OtherEnd(state, operation) switch
    {
        null => LocalizedText.Empty,
        { Holders.Count: > 0 } => ("a message or the end of the stream, while the other end is held open by {0}", "一条消息或者流的结束，而另一端还在 {0} 手里开着"),
        _ => ("a message or the end of the stream, while a copy of the other end lies in a queue or a pipe", "一条消息或者流的结束，而另一端还有一份副本留在队列或管道里"),
    };

    public IEnumerable<Access> Accesses(KernelState state, AgentState agent, Operation operation)
    {
        var name = ((ObjectOperation)operation).Object;
        if (operation is CreatePipe create)
            return [Access.Write(name), Access.Write(create.Right)];
        if (operation is CloseConnection)
            return AccessesOfClosing(state, state.Find<PipeEndState>(name)?.Holders.Contains(agent.Name) == true ? [name] : []);
        if (state.Find<PipeEndState>(name) is not { } end)
            return [];
        return operation switch
        {
            SendMessage => [Access.Write(end.Other), Access.Read(PipeEnds.CopiesOf(end.Other))],
            ReceiveMessage { MaximumLength: not null } =>
                [Access.Write(name), Access.Read(PipeEnds.CopiesOf(end.Other)), .. AccessesOfClosing(state, PipeEnds.ClosedWith(state, [name]).Where(e => e != name || !end.CanSend))],
            ReceiveMessage => [Access.Write(name), Access.Read(PipeEnds.CopiesOf(end.Other))],
            _ => [Access.Read(name), Access.Read(PipeEnds.CopiesOf(end.Other))],
        };
    }

    public bool IsIdle(Operation operation, Outcome result) => operation is ReceiveMessage ? result is Failed : operation.IsLook;

    /// <summary>What an agent changes by letting go of its copies of some ends.</summary>
    public static IEnumerable<Access> AccessesOfClosing(KernelState state, IEnumerable<string> ends) =>
        PipeEnds.ClosedWith(state, ends).Select(end => Access.Write(PipeEnds.CopiesOf(end)));

    private static PipeEndState? OtherEnd(KernelState state, Operation operation) =>
        operation is ReceiveMessage or PollConnection && state.Find<PipeEndState>(((ObjectOperation)operation).Object) is { } end
            ? state.Find<PipeEndState>(end.Other)
            : null;

    private static void Send(Transition transition, SendMessage send, PipeEndState end)
    {
        var other = transition.State.Find<PipeEndState>(end.Other)!;
        if (!end.CanSend)
        {
            transition.Refuse(FailureKind.InputOutput, $"{(send.ByteCount is null ? "Connection.Send" : "Connection.SendBytes")} was called on the receiving end of a one-way pipe. Send from the right end, or make the pipe duplex.");
            return;
        }

        if (!PipeEnds.HoldsAll(transition.State, transition.Agent.Name, send.Message))
        {
            PipeEnds.RefuseClosed(transition);
            return;
        }

        if (!PipeEnds.IsOpen(transition.State, end.Other))
        {
            transition.Refuse(FailureKind.InputOutput, "Broken pipe: every copy of the other end is closed, and nobody can receive what is sent.");
            return;
        }

        if (!other.IsBroken)
            transition.Set(end.Other, other with { Inbox = [.. other.Inbox, new PipeMessage(send.Message, send.ByteCount)] });
        transition.Answer(Done.Instance);
    }

    private static void Receive(Transition transition, ReceiveMessage receive, string name, PipeEndState end)
    {
        if (end.Inbox.Count == 0)
        {
            transition.Refuse(FailureKind.EndOfStream, "The stream has ended: every copy of the other end is closed, and nothing is left to receive.");
            return;
        }

        var message = end.Inbox[0];
        if (receive.IsBytes != message.ByteCount.HasValue)
        {
            transition.Refuse(FailureKind.InvalidOperation, receive.IsBytes
                ? "The next message is an object, sent by Send, and ReceiveBytes was called. Receive it with Receive."
                : "The next message is bytes, sent by SendBytes, and Receive was called. Receive it with ReceiveBytes.");
        }
        else if (message.ByteCount > receive.MaximumLength)
        {
            transition.Set(name, end with { IsBroken = true, Inbox = [] });
            // An end that can do nothing but receive is good for nothing now, and Python closes it: the sender meets a broken pipe.
            if (!end.CanSend)
                PipeEnds.Close(transition, transition.Agent.Name, name);
            PipeEnds.Sweep(transition);
            transition.Refuse(FailureKind.InputOutput, $"A message of {message.ByteCount} bytes came, and at most {receive.MaximumLength} were accepted. The connection {(end.CanSend ? "can't be read any more" : "is closed")}.");
        }
        else
        {
            transition.Set(name, end with { Inbox = [.. end.Inbox.Skip(1)] });
            PipeEnds.Give(transition, transition.Agent.Name, message.Value);
            transition.Answer(new Item(message.Value));
        }
    }
}
