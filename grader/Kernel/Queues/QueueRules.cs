using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel.Pipes;

namespace ExerciseKit.Kernel.Queues;

/// <summary>Queues: first in, first out; whoever waits for an item or for room may be the next to get it.</summary>
internal sealed class QueueRules : IPrimitive
{
    public IReadOnlyList<Type> Operations { get; } =
    [
        typeof(CreateQueue), typeof(PutItem), typeof(GetItem), typeof(QueryQueueCount), typeof(QueryQueueEmpty), typeof(QueryQueueFull),
        typeof(FinishTask), typeof(JoinQueue),
    ];

    public bool IsEnabled(KernelState state, AgentState agent, Operation operation)
    {
        if (state.Find<QueueState>(((ObjectOperation)operation).Object) is not { } queue)
            return true;
        return operation switch
        {
            PutItem put => !queue.IsFull || !PipeEnds.HoldsAll(state, agent.Name, put.Item),
            GetItem => queue.Items.Count > 0,
            JoinQueue => queue.Unfinished is null or 0,
            _ => true,
        };
    }

    public void Complete(Transition transition, Operation operation)
    {
        var name = ((ObjectOperation)operation).Object;
        if (transition.State.Find<QueueState>(name) is { } queue)
        {
            Complete(transition, operation, name, queue);
        }
        else if (operation is CreateQueue create)
        {
            transition.Set(name, new QueueState(create.Capacity, create.IsJoinable ? 0 : null, []));
            transition.Answer(Done.Instance);
        }
        else
        {
            transition.Refuse(FailureKind.InvalidOperation, $"There is no queue {name}.");
        }
    }

    public LocalizedText WaitsFor(KernelState state, AgentState agent, Operation operation) => operation switch
    {
        GetItem => ("an item, and nobody puts one", "队列里来一项数据，而没有谁会再放"),
        PutItem => ("room in it, and nobody takes an item", "队列里腾出空位，而没有谁会再取"),
        JoinQueue when state.Find<QueueState>(((ObjectOperation)operation).Object) is { Unfinished: { } tasks } =>
            ($"TaskDone, {tasks} of which {(tasks == 1 ? "is" : "are")} still to come", $"还没有调用的 {tasks} 次 TaskDone"),
        _ => LocalizedText.Empty,
    };

    public IEnumerable<Access> Accesses(AgentState agent, Operation operation)
    {
        var name = ((ObjectOperation)operation).Object;
        return operation is QueryQueueCount or QueryQueueEmpty or QueryQueueFull or JoinQueue ? [Access.Read(name)] : [Access.Write(name)];
    }

    public bool IsIdle(Operation operation, Outcome result) =>
        operation is PutItem or GetItem ? result is Flag { Value: false } : operation.IsLook;

    private static void Complete(Transition transition, Operation operation, string name, QueueState queue)
    {
        var (state, agent) = (transition.State, transition.Agent.Name);
        var buffer = state.Settings.QueueBuffer;
        switch (operation)
        {
            case PutItem put when !PipeEnds.HoldsAll(state, agent, put.Item):
                PipeEnds.RefuseClosed(transition);
                break;
            case PutItem put:
                transition.Set(name, queue.With(put.Item, agent, buffer));
                transition.Answer(Flag.True);
                break;
            case GetItem:
                var item = queue.Items[0].Value;
                transition.Set(name, queue.WithoutFirst(buffer));
                PipeEnds.Give(transition, agent, item);
                transition.Answer(new Item(item));
                break;
            case QueryQueueCount:
                transition.Answer(new Number(queue.Items.Count));
                break;
            case QueryQueueEmpty:
                transition.Answer(queue.Items.Count == 0 ? Flag.True : Flag.False);
                break;
            case QueryQueueFull:
                transition.Answer(queue.IsFull ? Flag.True : Flag.False);
                break;
            case FinishTask when queue.Unfinished > 0:
                transition.Set(name, queue with { Unfinished = queue.Unfinished - 1 });
                transition.Answer(Done.Instance);
                break;
            case FinishTask:
                transition.Refuse(FailureKind.InvalidOperation, "TaskDone was called more often than items were put. Call it once for each item, after the work on it.");
                break;
            case JoinQueue when queue.Unfinished == 0:
                transition.Answer(Done.Instance);
                break;
            default:
                transition.Refuse(FailureKind.InvalidOperation, $"{operation.Describe().En} does not fit the queue {name}.");
                break;
        }
    }
}
