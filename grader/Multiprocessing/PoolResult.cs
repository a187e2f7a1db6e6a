using ExerciseKit.Multiprocessing.Pools;

namespace ExerciseKit.Multiprocessing;

/// <summary>The result of a pool's task, or of several, which may still be to come. Python: <c>multiprocessing.pool.AsyncResult</c>.</summary>
/// <typeparam name="T">What comes of it; nothing but null of a task that returns nothing.</typeparam>
public sealed class PoolResult<T>
{
    private readonly ProcessPool pool;
    private readonly IReadOnlyList<PendingTask> tasks;
    private readonly Func<T> read;

    /// <param name="pool">Whose tasks they are.</param>
    /// <param name="tasks">The tasks, at least one where there is anything to wait for.</param>
    /// <param name="read">Makes the result when all are finished and none has failed.</param>
    internal PoolResult(ProcessPool pool, IReadOnlyList<PendingTask> tasks, Func<T> read) => (this.pool, this.tasks, this.read) = (pool, tasks, read);

    /// <summary>Whether all is finished, by a result or an exception. Python: <c>ready()</c>.</summary>
    public bool IsReady => pool.Await(tasks, TimeSpan.Zero, nameof(IsReady));

    /// <summary>Whether all tasks returned, and no exception ended one. Python: <c>successful()</c>.</summary>
    /// <exception cref="InvalidOperationException">They are not finished.</exception>
    public bool IsSuccessful => IsReady
        ? tasks.All(t => t.Result!.Failure is null)
        : throw new InvalidOperationException($"{nameof(IsSuccessful)} was asked of {Named}, which is not finished. Wait for it, or ask {nameof(IsReady)} first.");

    /// <summary>The result of what is finished.</summary>
    internal T Value => tasks.Select(t => t.Result!.Failure).FirstOrDefault(f => f is not null) is { } failure ? throw RemoteFailure.Rebuild(failure) : read();

    internal IReadOnlyList<PendingTask> Tasks => tasks;

    private string Named => tasks is [var one] ? $"task {one.Number}" : $"a map of {tasks.Count} tasks";

    /// <summary>Waits, and gives the result; an exception that ended a task is thrown again. Python: <c>get()</c>.</summary>
    public T Get()
    {
        pool.Await(tasks, patience: null, nameof(Get));
        return Value;
    }

    /// <summary>The same, but waits no longer than told. Python: <c>get(timeout)</c>.</summary>
    /// <param name="timeout">How long to wait; zero not at all; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <exception cref="TimeoutException">It was not finished in time.</exception>
    public T Get(TimeSpan timeout) => pool.Await(tasks, Agent.Patience(timeout), nameof(Get))
        ? Value
        : throw new TimeoutException($"{char.ToUpperInvariant(Named[0])}{Named[1..]} was not finished within {timeout.TotalSeconds} s. Wait longer, or ask {nameof(IsReady)} first.");

    /// <summary>Waits until all is finished. Python: <c>wait()</c>.</summary>
    public void Wait() => pool.Await(tasks, patience: null, nameof(Wait));

    /// <summary>The same, but waits no longer than told. Python: <c>wait(timeout)</c>.</summary>
    /// <param name="timeout">How long to wait; zero not at all; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <returns>Whether all is finished.</returns>
    public bool Wait(TimeSpan timeout) => pool.Await(tasks, Agent.Patience(timeout), nameof(Wait));
}
