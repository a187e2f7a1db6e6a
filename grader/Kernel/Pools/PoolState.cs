using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Kernel.Pools;

/// <summary>A pool of workers. Python: <c>multiprocessing.Pool</c>.</summary>
/// <param name="Workers">The agents that work for it, or did until they ended, in ordinal order.</param>
/// <param name="Phase">Whether it takes tasks.</param>
/// <param name="Tasks">The tasks whose results have not been given, in the order of handing in.</param>
internal sealed record PoolState(EquatableArray<string> Workers, PoolPhase Phase, EquatableArray<PoolTask> Tasks) : ObjectState
{
    public override ObjectKind? Kind => ObjectKind.Pool;

    public override int Size => 1 + Tasks.Count;

    /// <summary>What the next worker in place of an ended one is called, whichever that was: here, and by the student, for whom the numbers of the first workers go on.</summary>
    public (string Name, string ProcessName) NextReplacement
    {
        get
        {
            var number = 1 + Workers.Count(Names.IsReplacement);
            var last = Workers.Where(w => !Names.IsReplacement(w)).Max(Names.OrdinalOf);
            return (Names.Replacement(Workers[0], number), $"PoolWorker-{last + 1 + number}");
        }
    }

    public WaitingTask? Next => Tasks.OfType<WaitingTask>().FirstOrDefault();

    public TakenTask? TakenBy(string worker) => Tasks.OfType<TakenTask>().FirstOrDefault(t => t.Worker == worker);

    /// <summary>The first of these tasks that is finished.</summary>
    public DoneTask? FirstDone(EquatableArray<int> numbers) => Tasks.OfType<DoneTask>().FirstOrDefault(t => numbers.Contains(t.Number));

    public PoolState With(string worker) => this with { Workers = Workers.Append(worker).Order(StringComparer.Ordinal).ToEquatableArray() };

    public PoolState With(PoolTask task) => this with { Tasks = Tasks.Select(t => t.Number == task.Number ? task : t).ToEquatableArray() };

    public PoolState Without(PoolTask task) => this with { Tasks = Tasks.Where(t => t != task).ToEquatableArray() };

    public override ObjectView View(string name, ViewBounds bounds)
    {
        var (tasks, more) = bounds.Of([.. Tasks.Select(t => t switch { WaitingTask => $"{t.Number}", TakenTask taken => $"{t.Number} @{taken.Worker}", _ => $"{t.Number} ✓" })]);
        return new(name) { Items = tasks, More = more, Processes = bounds.Of(Workers).Items, Text = Phase.ToString() };
    }

    // Workers only ever swap places among each other: the set of them stays.
    internal override ObjectState Renamed(Func<string, string> agent) =>
        this with { Tasks = Tasks.Select(t => t is TakenTask taken ? taken with { Worker = agent(taken.Worker) } : t).ToEquatableArray() };
}

/// <summary>How far a pool has come.</summary>
internal enum PoolPhase
{
    Open,
    Closed,
    Terminated,
}

/// <summary>A task of a pool.</summary>
/// <param name="Number">Its number in the order of handing in.</param>
internal abstract record PoolTask(int Number);

/// <summary>A task that no worker has taken yet.</summary>
internal sealed record WaitingTask(int Number, Target Target, Payload Arguments) : PoolTask(Number);

/// <summary>A task under way; where its worker has ended, for ever.</summary>
internal sealed record TakenTask(int Number, string Worker) : PoolTask(Number);

/// <summary>A task whose result nobody has asked for yet.</summary>
internal sealed record DoneTask(int Number, TaskResult Result) : PoolTask(Number);
