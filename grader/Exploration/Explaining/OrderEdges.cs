using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Explaining;

/// <summary>Finds the steps of others that each step of a trace came after because something was handed over.</summary>
/// <remarks>
/// They are read off the clocks: of all that an event has learnt of others, the last. What those had learnt of others
/// before is not told again.
/// </remarks>
internal static class OrderEdges
{
    /// <summary>The edges to each event that has any, by its line's number.</summary>
    public static IReadOnlyDictionary<int, EquatableArray<StepEdge>> To(Trace trace, IReadOnlyList<ToldEvent> told)
    {
        var edges = new Dictionary<int, EquatableArray<StepEdge>>();
        if (told.Count == 0)
            return edges;
        var tracker = new ClockTracker();
        var pasts = new Dictionary<string, Past>();
        var next = 0;
        // What is told may begin later; the clocks begin with the run.
        for (var i = 0; i <= told[^1].Index; i++)
        {
            foreach (var happened in trace.Steps[i].Events)
            {
                var isTold = next < told.Count && ReferenceEquals(told[next].Happened, happened);
                var number = isTold ? told[next++].Number : (int?)null;
                var past = pasts.TryGetValue(happened.Agent, out var its) ? its : pasts[happened.Agent] = new Past();
                var clock = tracker.At(happened);
                var from = isTold ? SourcesOf(happened, past, clock, pasts) : [];
                past.Add(clock, number);
                if (number is not { } line)
                    continue;
                var kinds = from.Where(f => f.Line is { } earlier && earlier < line)
                    .Select(f => new StepEdge(f.Line!.Value, f.IsStart ? EdgeKind.Start : KindOf(happened)))
                    .Distinct().OrderBy(e => e.From).TakeLast(StepDetails.MostEdges).ToEquatableArray();
                if (kinds.Count > 0)
                    edges[line] = kinds;
            }
        }

        return edges;
    }

    private static List<(int? Line, bool IsStart)> SourcesOf(KernelEvent happened, Past past, VectorClock clock, Dictionary<string, Past> pasts)
    {
        var known = past.Last ?? VectorClock.Zero;
        var learnt = clock.Counts
            .Where(c => c.Key != happened.Agent && c.Value > known.Counts.GetValueOrDefault(c.Key) && pasts.ContainsKey(c.Key))
            .Select(c => (Agent: c.Key, Count: c.Value, Clock: pasts[c.Key].ClockAt(c.Value)))
            .ToList();
        return [.. learnt
            .Where(l => !learnt.Any(other => other.Agent != l.Agent && other.Clock.Counts.GetValueOrDefault(l.Agent) >= l.Count))
            .OrderBy(l => l.Agent, StringComparer.Ordinal)
            .Select(l => (pasts[l.Agent].LineAt(l.Count), past.Last is null && Names.Creator(happened.Agent) == l.Agent))];
    }

    private static EdgeKind KindOf(KernelEvent happened) => happened switch
    {
        OperationCompleted { Operation: var operation } => operation switch
        {
            AcquireLock or AcquireReentrantLock or ReacquireLock => EdgeKind.Lock,
            AcquireSemaphore => EdgeKind.Permit,
            PutItem => EdgeKind.Room,
            GetItem or QueryQueueCount or QueryQueueEmpty or QueryQueueFull => EdgeKind.Item,
            SendMessage or ReceiveMessage or PollConnection => EdgeKind.Message,
            AwaitNotification => EdgeKind.Notify,
            AwaitEvent or QueryEvent => EdgeKind.Set,
            ArriveAtBarrier or PassBarrier or QueryBarrierBroken => EdgeKind.Barrier,
            TakeTask => EdgeKind.Task,
            AwaitTask or JoinQueue => EdgeKind.Result,
            ProcessOperation or JoinPool => EdgeKind.End,
            _ => EdgeKind.Data,
        },
        ProcessDied => EdgeKind.Death,
        _ => EdgeKind.End,
    };

    /// <summary>What an agent has done: the clock of each of its events, and the line that tells of it or of the last before it.</summary>
    private sealed class Past
    {
        private readonly List<(VectorClock Clock, int? Line)> events = [];

        public VectorClock? Last => events.Count == 0 ? null : events[^1].Clock;

        public void Add(VectorClock clock, int? line) => events.Add((clock, line ?? (events.Count == 0 ? null : events[^1].Line)));

        // Counted from 1.
        public VectorClock ClockAt(int count) => count <= events.Count ? events[count - 1].Clock : VectorClock.Zero;

        public int? LineAt(int count) => count <= events.Count ? events[count - 1].Line : null;
    }
}
