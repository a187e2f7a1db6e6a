using System.Collections.Immutable;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel.Pipes;
using ExerciseKit.Kernel.Queues;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Kernel.Driving;

/// <summary>Between the words of the model and those of the kernel, for queues and pipes.</summary>
internal static class ChannelWords
{
    /// <summary>How an item that is nothing but a pipe's end is packed.</summary>
    private const string HandleJson = "{\"$handle\":0}";

    public static Operation? ToOperation(Step step, Func<string, string> own) => step switch
    {
        MakeQueue make => new CreateQueue(own(make.Name), make.Capacity, make.IsJoinable),
        Put put => new PutItem(own(put.Queue), put.End is { } end ? new Payload(HandleJson, [new Handle(Handle.Connection, own(end))]) : Packed(put.Text), Seconds(put.Seconds)),
        Get get => new GetItem(own(get.Queue), Seconds(get.Seconds)),
        CountItems count => new QueryQueueCount(own(count.Queue)),
        AskEmpty ask => new QueryQueueEmpty(own(ask.Queue)),
        AskFull ask => new QueryQueueFull(own(ask.Queue)),
        FinishOne finish => new FinishTask(own(finish.Queue)),
        JoinItems join => new JoinQueue(own(join.Queue)),
        MakePipe make => new CreatePipe(own(make.Name), own(make.Right), make.IsDuplex),
        Send send => new SendMessage(own(send.End), Packed(send.Text) with { Handles = send.Given is { } end ? [new Handle(Handle.Connection, own(end))] : [] }, send.IsBytes ? int.Parse(send.Text) : null),
        Receive receive => new ReceiveMessage(own(receive.End), receive.IsBytes, receive.AtMost),
        Poll poll => new PollConnection(own(poll.End), Seconds(poll.Seconds)),
        CloseEnd close => new CloseConnection(own(close.End)),
        _ => null,
    };

    /// <summary>Arguments with these pipe ends among them.</summary>
    public static Payload Ends(IEnumerable<string> ends, Func<string, string> own) =>
        Payload.Null with { Handles = ends.Select(e => new Handle(Handle.Connection, own(e))).ToEquatableArray() };

    public static string TextOf(Payload value) => value.Json == HandleJson ? "end" : value.Json.Trim('"');

    public static Thing ToThing(QueueState queue) =>
        new QueueThing(queue.Capacity, queue.Unfinished, [.. queue.Items.Select(i => new QueuedItem(TextOf(i.Value), EndIn(i.Value), i.HeldBy))]);

    public static Thing ToThing(PipeEndState end) => new EndThing(
        end.Other,
        end.CanSend,
        end.CanReceive,
        end.IsBroken,
        end.Holders.ToImmutableSortedSet(StringComparer.Ordinal),
        [.. end.Inbox.Select(m => new PipedMessage(TextOf(m.Value), EndIn(m.Value), m.ByteCount is not null))]);

    private static Payload Packed(string text) => new($"\"{text}\"", []);

    private static string? EndIn(Payload value) => value.Handles.Count == 0 ? null : value.Handles[0].Name;

    private static TimeSpan? Seconds(int? seconds) => seconds is { } s ? TimeSpan.FromSeconds(s) : null;
}
