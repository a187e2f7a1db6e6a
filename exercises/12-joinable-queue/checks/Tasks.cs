using ExerciseKit.Checks.Kitchens;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.JoinableKitchen;

/// <summary>What the joinable queues were told, and how that stood when 'all served' was printed.</summary>
/// <param name="Queues">The joinable queues, in order of their names.</param>
/// <param name="Plates">What children have before them: in order of the children, and then of the queues.</param>
/// <param name="Eaters">The children that have eaten a dish and not called it done, once for each such dish, in order.</param>
/// <param name="AtTheEnd">How many dishes were done, in queues with nothing put since a Join, when 'all served' came; null before that.</param>
internal sealed record Tasks(EquatableArray<Counter> Queues, EquatableArray<Plate> Plates, EquatableArray<string> Eaters, int? AtTheEnd)
{
    public static Observer<Tasks> Of(Menu menu) => new(
        new Tasks([], [], [], null),
        (tasks, happened) => tasks.AtTheEnd is null ? tasks.After(happened) : tasks,
        [
            new OperationPattern<CreateQueue> { Where = queue => queue.IsJoinable },
            new OperationPattern<PutItem>(), new OperationPattern<GetItem> { Who = Who.Child }, new OperationPattern<FinishTask>(), new OperationPattern<JoinQueue>(),
            menu.Ate, LinePattern.Like("all served").By(Who.Root),
        ],
        tasks => (
            $"of the dishes that had been eaten {tasks.AtTheEnd ?? 0} had been called done, by those who took them, in a queue that nothing was put into since somebody came through its Join",
            $"吃掉的菜里，由取走者调用过 TaskDone、并且所在队列在有进程通过 Join 之后再没有放入东西的，有 {tasks.AtTheEnd ?? 0} 道"))
    { SeesTime = false };

    private int Counted => Queues.Where(q => q.IsJoined).Sum(q => q.Done);

    private Tasks After(KernelEvent happened) => happened switch
    {
        OperationCompleted { Operation: CreateQueue made } => With(new Counter(made.Object, 0, IsJoined: false)),
        OperationCompleted { Operation: PutItem put, Outcome: Flag { Value: true } } when Of(put.Object) is { } queue => With(queue with { IsJoined = false }),
        OperationCompleted { Operation: GetItem get, Outcome: Item } when Of(get.Object) is { } queue => this with { Plates = Sorted(Plates.Append(new Plate(happened.Agent, queue.Queue))) },
        OperationCompleted { Operation: FinishTask finish, Outcome: not Failed } => Finished(Of(finish.Object)!, happened.Agent),
        OperationCompleted { Operation: JoinQueue join, Outcome: not Failed } => With(Of(join.Object)! with { IsJoined = true }),
        LinePrinted when happened.Agent == Names.Root => new Tasks([], [], [], Counted),
        LinePrinted => this with { Eaters = [.. Eaters.Append(happened.Agent).Order(StringComparer.Ordinal)] },
        _ => this,
    };

    private Tasks Finished(Counter queue, string agent)
    {
        var plate = new Plate(agent, queue.Queue);
        if (!Plates.Contains(plate) || !Eaters.Contains(agent))
            return this;
        var (plates, eaters) = (Plates.ToList(), Eaters.ToList());
        plates.Remove(plate);
        eaters.Remove(agent);
        return With(queue with { Done = queue.Done + 1 }) with { Plates = [.. plates], Eaters = [.. eaters] };
    }

    private Counter? Of(string queue) => Queues.FirstOrDefault(q => q.Queue == queue);

    private Tasks With(Counter queue) =>
        this with { Queues = [.. Queues.Where(q => q.Queue != queue.Queue).Append(queue).OrderBy(q => q.Queue, StringComparer.Ordinal)] };

    private static EquatableArray<Plate> Sorted(IEnumerable<Plate> plates) =>
        [.. plates.OrderBy(p => p.Agent, StringComparer.Ordinal).ThenBy(p => p.Queue, StringComparer.Ordinal)];
}

/// <summary>A joinable queue.</summary>
/// <param name="Queue">Its name.</param>
/// <param name="Done">How many of its items were dishes that their taker has eaten and then called done.</param>
/// <param name="IsJoined">Whether somebody has come through its Join since the last item was put.</param>
internal sealed record Counter(string Queue, int Done, bool IsJoined);

/// <summary>An item that a child has taken from a joinable queue and not called done.</summary>
internal sealed record Plate(string Agent, string Queue);
