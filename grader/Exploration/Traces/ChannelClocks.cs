using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Traces;

/// <summary>What happens before what in a trace by queues and pipes.</summary>
/// <remarks>
/// The edges: put to the get of that item, and to whoever looks; the get that freed a slot to the put that took it; TaskDone to Join;
/// send to the receive of that message; the closing of an end to the end of the stream and to the broken pipe.
/// </remarks>
internal sealed class ChannelClocks
{
    private readonly Dictionary<string, QueueClocks> queues = [];
    private readonly Dictionary<string, EndClocks> ends = [];

    /// <summary>The clock of an event, with what happened before it by a queue or a pipe.</summary>
    public VectorClock Before(KernelEvent happened, VectorClock clock)
    {
        if (happened is not OperationCompleted { Operation: ObjectOperation { Object: var name } operation, Outcome: var outcome })
            return clock;
        if (queues.TryGetValue(name, out var queue))
            return queue.Before(operation, outcome, clock);
        if (!ends.TryGetValue(name, out var end))
            return clock;
        return (operation, outcome) switch
        {
            (ReceiveMessage, Item) => clock.Merged(end.Inbox.Dequeue()),
            (ReceiveMessage, Failed { Kind: FailureKind.EndOfStream }) => clock.Merged(ends[end.Other].Closed),
            (ReceiveMessage, Failed) or (PollConnection, Flag { Value: true }) =>
                clock.Merged(end.Inbox.TryPeek(out var sent) ? sent : ends[end.Other].Closed),
            (SendMessage, Failed { Kind: FailureKind.InputOutput }) => clock.Merged(ends[end.Other].Closed),
            _ => clock,
        };
    }

    /// <summary>Takes note of an event for those that come after it.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="clock">Its clock.</param>
    public void After(KernelEvent happened, VectorClock clock)
    {
        switch (happened)
        {
            case ProcessEnded or ProcessDied:
                foreach (var end in ends.Values.Where(e => e.Holders.Contains(happened.Agent)))
                    end.Closed = end.Closed.Merged(clock);
                break;
            case OperationCompleted { Operation: StartProcess start, Outcome: ProcessIdentity }:
                Give(start.Arguments, start.Process);
                break;
            case OperationCompleted { Operation: ObjectOperation operation, Outcome: var outcome }:
                After(operation, outcome, happened.Agent, clock);
                break;
        }
    }

    private void After(ObjectOperation operation, Outcome outcome, string agent, VectorClock clock)
    {
        switch (operation)
        {
            case CreateQueue create:
                queues[create.Object] = new QueueClocks(create.Capacity);
                break;
            case CreatePipe create:
                ends[create.Object] = new EndClocks(create.Right, agent);
                ends[create.Right] = new EndClocks(create.Object, agent);
                break;
            case SendMessage send when outcome is Done:
                ends[ends[send.Object].Other].Inbox.Enqueue(clock);
                break;
            case CloseConnection close when ends.TryGetValue(close.Object, out var end):
                end.Closed = end.Closed.Merged(clock);
                break;
            default:
                if (queues.TryGetValue(operation.Object, out var queue))
                    queue.After(operation, outcome, clock);
                break;
        }

        if (outcome is Item item)
            Give(item.Value, agent);
    }

    private void Give(Payload given, string agent)
    {
        foreach (var handle in given.Handles.Where(h => ends.ContainsKey(h.Name)))
            ends[handle.Name].Holders.Add(agent);
    }

    private sealed class EndClocks(string other, string maker)
    {
        public string Other { get; } = other;

        /// <summary>All that have ever had a copy.</summary>
        public HashSet<string> Holders { get; } = [maker];

        public Queue<VectorClock> Inbox { get; } = [];

        public VectorClock Closed { get; set; } = VectorClock.Zero;
    }

    private sealed class QueueClocks(int? capacity)
    {
        private readonly List<(Payload Item, VectorClock Put)> items = [];
        private readonly List<VectorClock> takes = [];
        private VectorClock changed = VectorClock.Zero;
        private VectorClock tasks = VectorClock.Zero;
        private int puts;

        public VectorClock Before(ObjectOperation operation, Outcome outcome, VectorClock clock) => (operation, outcome) switch
        {
            (PutItem, Flag { Value: true }) => puts - capacity is >= 0 and { } freed && freed < takes.Count ? clock.Merged(takes[freed]) : clock,
            (GetItem, Item item) => items.FindIndex(i => i.Item == item.Value) is >= 0 and var at ? clock.Merged(items[at].Put) : clock,
            (JoinQueue, _) => clock.Merged(tasks),
            (FinishTask, _) => clock,
            _ => clock.Merged(changed),
        };

        public void After(ObjectOperation operation, Outcome outcome, VectorClock clock)
        {
            switch (operation, outcome)
            {
                case (PutItem put, Flag { Value: true }):
                    puts++;
                    items.Add((put.Item, clock));
                    changed = changed.Merged(clock);
                    break;
                case (GetItem, Item item):
                    takes.Add(clock);
                    // What a dead process took along was never taken: so the first equal item, and not the first.
                    if (items.FindIndex(i => i.Item == item.Value) is >= 0 and var at)
                        items.RemoveAt(at);
                    changed = changed.Merged(clock);
                    break;
                case (FinishTask, Done):
                    tasks = tasks.Merged(clock);
                    break;
            }
        }
    }
}
