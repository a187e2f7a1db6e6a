using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Traces;

/// <summary>Follows a trace and tells what happens before what in it.</summary>
/// <remarks>
/// The edges: start to the child's first event, and the end of a pool's worker to that of the one in its place; end to Join and to an IsAlive or ExitCode that shows it; release to acquire;
/// set to Wait and to an IsSet that shows it; notify to waking up; arrival at a barrier to passing it, breaking it to who meets that, going to the next arrival;
/// a task handed in to the worker that takes it, its result to who awaits it; a write of a file or a shared container to the read that sees it;
/// terminate to death; and those of queues and pipes. One trace's clocks order too much, since which process
/// takes a lock first is chance, and never too little: what they leave unordered is unordered.
/// </remarks>
internal sealed class ClockTracker
{
    private readonly Dictionary<string, VectorClock> agents = [];
    private readonly Dictionary<string, VectorClock> published = [];
    private readonly ChannelClocks channels = new();

    /// <summary>The clock of an event; call it for every event of the trace in order.</summary>
    public VectorClock At(KernelEvent happened)
    {
        var clock = ClockOf(happened.Agent).Ticked(happened.Agent);
        clock = channels.Before(happened, clock);
        foreach (var source in Sources(happened))
            clock = published.TryGetValue(source, out var earlier) ? clock.Merged(earlier) : clock;
        agents[happened.Agent] = clock;
        channels.After(happened, clock);
        foreach (var sink in Sinks(happened))
            published[sink] = published.TryGetValue(sink, out var earlier) ? earlier.Merged(clock) : clock;
        if (happened is ProcessStarted started)
            agents[started.Child] = started.InPlaceOf is { } ended ? ClockOf(ended) : clock;
        return clock;
    }

    private VectorClock ClockOf(string agent) => agents.GetValueOrDefault(agent) ?? VectorClock.Zero;

    private static IEnumerable<string> Sources(KernelEvent happened) => happened switch
    {
        OperationCompleted { Operation: JoinProcess join, Outcome: Flag { Value: true } } => [End(join.Process)],
        OperationCompleted { Operation: QueryAlive query, Outcome: Flag { Value: false } } => [End(query.Process)],
        OperationCompleted { Operation: QueryExitCode query, Outcome: Number } => [End(query.Process)],
        OperationCompleted { Operation: ReadEntry or RemoveEntry or QueryEntry } look => [Entry((EntryOperation)look.Operation)],
        OperationCompleted { Operation: TakeTask take, Outcome: GivenTask task } => [Task(take.Object, task.Target, task.Arguments)],
        OperationCompleted { Operation: TakeTask take } => [take.Object],
        OperationCompleted { Operation: AwaitTask wait, Outcome: FinishedTask task } => [Result(wait.Object, task.Result)],
        OperationCompleted { Operation: JoinPool } => [EndOfChildren(happened.Agent)],
        OperationCompleted { Operation: ReadItem read } => [Item(read.Object, read.Index), read.Object],
        OperationCompleted { Operation: CountEntries or ListKeys or ListEntries or CountList or ListItems or ReadValue } => [Object(happened)],
        OperationCompleted { Operation: AcquireLock or AcquireReentrantLock or AcquireSemaphore, Outcome: Flag { Value: true } } => [Object(happened)],
        OperationCompleted { Operation: AwaitEvent or QueryEvent or AwaitNotification, Outcome: Flag { Value: true } } => [Object(happened)],
        OperationCompleted { Operation: ReacquireLock or PassBarrier or QueryBarrierBroken } => [Object(happened)],
        OperationCompleted { Operation: ArriveAtBarrier arrive } completed => completed.Outcome is Failed ? [arrive.Object] : [Emptied(arrive.Object)],
        OperationCompleted { Operation: ReadFile or QueryFileExists or OpenFile or ReadFileAt } read => [File(((FileOperation)read.Operation).Path)],
        ProcessEnded ended => [EndOfChildren(ended.Agent)],
        ProcessDied died => [Death(died.Agent), .. PoolOf(died.Agent)],
        _ => [],
    };

    private static IEnumerable<string> Sinks(KernelEvent happened) => happened switch
    {
        OperationCompleted { Operation: SubmitTask submit } => [Task(submit.Object, submit.Target, submit.Arguments)],
        OperationCompleted { Operation: CompleteTask finish } => [Result(finish.Object, finish.Result)],
        OperationCompleted { Operation: ClosePool close } => [close.Object],
        OperationCompleted { Operation: TerminatePool terminate } => [terminate.Object, DeathOfWorkers(happened.Agent)],
        OperationCompleted { Operation: WriteEntry or RemoveEntry } write => [Entry((EntryOperation)write.Operation), ((EntryOperation)write.Operation).Object],
        OperationCompleted { Operation: WriteItem write } => [Item(write.Object, write.Index), write.Object],
        OperationCompleted { Operation: AddItem or WriteValue } => [Object(happened)],
        OperationCompleted { Operation: ReleaseLock or ReleaseReentrantLock or ReleaseSemaphore, Outcome: Done } => [Object(happened)],
        OperationCompleted { Operation: SetEvent or NotifyWaiters or ArriveAtBarrier, Outcome: Done } => [Object(happened)],
        OperationCompleted { Operation: AbortBarrier or ResetBarrier } => [Object(happened)],
        OperationCompleted { Operation: PassBarrier pass } completed => completed.TimedOut ? [pass.Object, Emptied(pass.Object)] : [Emptied(pass.Object)],
        OperationCompleted { Operation: BeginWait begin, Outcome: Number } => [begin.Lock],
        OperationCompleted { Operation: MoveFile move } => [File(move.Path), File(move.NewPath)],
        OperationCompleted { Operation: TruncateFile or FillFile or AppendFile or DeleteFile or OpenFile or WriteFileAt or SetFileLength or CloseFile } write => [File(((FileOperation)write.Operation).Path)],
        OperationCompleted { Operation: TerminateProcess or KillProcess } asked => [Death(((ProcessOperation)asked.Operation).Process)],
        ProcessEnded or ProcessDied => [End(happened.Agent), .. ParentOf(happened.Agent)],
        _ => [],
    };

    private static IEnumerable<string> ParentOf(string agent) =>
        Names.Creator(agent) is { } parent ? [EndOfChildren(parent)] : [];

    private static string Entry(EntryOperation operation) => $"{operation.Object}#{operation.Key}";

    private static string Item(string list, int index) => $"{list}#{index}";

    // Equal tasks, and equal results, count as one: too much order, never too little.
    private static string Task(string pool, Target target, Payload arguments) => $"{pool}: {target}{arguments.Json}";

    private static string Result(string pool, TaskResult result) => $"{pool}= {result.Value?.Json}{result.Failure}";

    private static IEnumerable<string> PoolOf(string agent) =>
        Names.Creator(agent) is { } maker ? [DeathOfWorkers(maker)] : [];

    private static string DeathOfWorkers(string maker) => "workers-death:" + maker;

    // Who comes again does so after all of the round before have gone.
    private static string Emptied(string barrier) => barrier + "#emptied";

    private static string Object(KernelEvent completed) => ((ObjectOperation)((OperationCompleted)completed).Operation).Object;

    private static string End(string agent) => "end:" + agent;

    private static string EndOfChildren(string agent) => "children-end:" + agent;

    private static string Death(string agent) => "death:" + agent;

    private static string File(string path) => "file:" + path.Replace('\\', '/').TrimStart('.', '/');
}
