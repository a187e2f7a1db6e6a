using ExerciseKit.Multiprocessing.Pools;

namespace ExerciseKit.Multiprocessing;

/// <summary>The result of a pool's task, which may still be to come. Python: <c>multiprocessing.pool.AsyncResult</c>.</summary>
/// <typeparam name="T">What the task returns.</typeparam>
public sealed class PoolResult<T>
{
    private readonly ProcessPool pool;
    private readonly PendingTask task;
    private readonly Type type;

    internal PoolResult(ProcessPool pool, PendingTask task, Type type) => (this.pool, this.task, this.type) = (pool, task, type);

    /// <summary>Whether the task is finished, by a result or an exception. Python: <c>ready()</c>.</summary>
    public bool IsReady => pool.Await(task, TimeSpan.Zero, nameof(IsReady));

    /// <summary>Whether the task returned, and no exception ended it. Python: <c>successful()</c>.</summary>
    /// <exception cref="InvalidOperationException">The task is not finished.</exception>
    public bool IsSuccessful => IsReady
        ? task.Result!.Failure is null
        : throw new InvalidOperationException($"{nameof(IsSuccessful)} was asked of task {task.Number}, which is not finished. Wait for it, or ask {nameof(IsReady)} first.");

    /// <summary>The result of a finished task.</summary>
    internal T Value => task.Result!.Failure is { } failure
        ? throw RemoteFailure.Rebuild(failure)
        : (T)Agent.Program.Unpack(task.Result.Value!, type)!;

    /// <summary>Waits for the task, and gives its result; an exception that ended it is thrown again. Python: <c>get()</c>.</summary>
    public T Get()
    {
        pool.Await(task, patience: null, nameof(Get));
        return Value;
    }

    /// <summary>The same, but waits no longer than told. Python: <c>get(timeout)</c>.</summary>
    /// <param name="timeout">How long to wait; zero not at all; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <exception cref="TimeoutException">The task was not finished in time.</exception>
    public T Get(TimeSpan timeout) => pool.Await(task, Agent.Patience(timeout), nameof(Get))
        ? Value
        : throw new TimeoutException($"Task {task.Number} was not finished within {timeout.TotalSeconds} s. Wait longer, or ask {nameof(IsReady)} first.");

    /// <summary>Waits until the task is finished. Python: <c>wait()</c>.</summary>
    public void Wait() => pool.Await(task, patience: null, nameof(Wait));

    /// <summary>The same, but waits no longer than told. Python: <c>wait(timeout)</c>.</summary>
    /// <param name="timeout">How long to wait; zero not at all; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <returns>Whether the task is finished.</returns>
    public bool Wait(TimeSpan timeout) => pool.Await(task, Agent.Patience(timeout), nameof(Wait));
}
