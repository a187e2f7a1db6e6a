using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Sessions;
using ExerciseKit.Multiprocessing.Pools;
using ExerciseKit.Multiprocessing.Programs;

namespace ExerciseKit.Multiprocessing;

/// <summary>Some worker processes that take tasks in turn. Python: <c>multiprocessing.Pool</c>.</summary>
/// <remarks>
/// A task is a static method with its argument; both the argument and the result are copies. The workers are daemons, and live until
/// the pool is closed and empty, or terminated. Only the process that made a pool may use it.
/// </remarks>
public sealed class ProcessPool : IDisposable
{
    private readonly AgentSession creator;
    private readonly string name;
    private readonly TaskBoard board;
    private bool isClosed;
    private bool isTerminated;

    /// <summary>Makes a pool and starts its workers.</summary>
    /// <param name="workers">How many tasks can run at once; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workers"/> is zero or negative.</exception>
    /// <exception cref="InvalidOperationException">This process is a daemon, which may have no children.</exception>
    public ProcessPool(int workers)
    {
        if (workers < 1)
            throw new ArgumentOutOfRangeException(nameof(workers), workers, "A pool needs at least one worker to do its tasks.");
        creator = Agent.Session;
        name = creator.NextObject();
        board = new TaskBoard(creator, name);
        var arguments = PoolWorker.Arguments(name);
        var processes = Enumerable.Range(0, workers).Select(_ => ChildProcess.ForWorker(PoolWorker.Target, arguments)).ToArray();
        creator.Perform<Done>(new CreatePool(name, processes.Select(p => p.RelativeName).ToEquatableArray()));
        foreach (var process in processes)
            process.Start();
    }

    /// <summary>Runs one task and waits for its result. Python: <c>apply</c>.</summary>
    /// <param name="target">A static method, by its name.</param>
    /// <param name="argument">Its argument.</param>
    /// <exception cref="CannotTravelException">The target or the argument can't be taken to another process.</exception>
    /// <exception cref="InvalidOperationException">The pool is closed or terminated, or another process made it.</exception>
    public TResult Apply<T, TResult>(Func<T, TResult> target, T argument) => ApplyAsync(target, argument).Get();

    /// <summary>Hands in a task and does not wait for it. Python: <c>apply_async</c>.</summary>
    /// <param name="target">A static method, by its name.</param>
    /// <param name="argument">Its argument.</param>
    /// <param name="callback">Called in this process with the result, inside one of its later calls of the pool; never while another callback runs.</param>
    /// <param name="errorCallback">The same with the exception, where one ended the task.</param>
    /// <exception cref="CannotTravelException">The target or the argument can't be taken to another process.</exception>
    /// <exception cref="InvalidOperationException">The pool is closed or terminated, or another process made it.</exception>
    public PoolResult<TResult> ApplyAsync<T, TResult>(Func<T, TResult> target, T argument, Action<TResult>? callback = null, Action<Exception>? errorCallback = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        RequireOpen(nameof(ApplyAsync));
        board.RunCallbacks();
        return Submit(target, argument, callback, errorCallback);
    }

    /// <summary>Runs one task an item, and waits for all. Python: <c>map</c> with a chunk size of 1.</summary>
    /// <param name="target">A static method, by its name.</param>
    /// <param name="items">Its arguments.</param>
    /// <returns>The results in the order of the items. Where tasks failed, the exception of the first such item is thrown.</returns>
    /// <exception cref="CannotTravelException">The target or an item can't be taken to another process.</exception>
    /// <exception cref="InvalidOperationException">The pool is closed or terminated, or another process made it.</exception>
    public TResult[] Map<T, TResult>(Func<T, TResult> target, IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(items);
        RequireOpen(nameof(Map));
        board.RunCallbacks();
        PoolResult<TResult>[] results = [.. items.Select(item => Submit<T, TResult>(target, item, null, null))];
        foreach (var result in results)
            result.Wait();
        return [.. results.Select(result => result.Value)];
    }

    /// <summary>From now on the pool takes no more tasks; its workers end when those that it has are done. Python: <c>close</c>.</summary>
    /// <exception cref="InvalidOperationException">Another process made the pool.</exception>
    public void Close()
    {
        RequireCreator(nameof(Close));
        board.RunCallbacks();
        creator.Perform<Done>(new ClosePool(name));
        isClosed = true;
    }

    /// <summary>Drops the tasks that wait, and ends the workers as <see cref="ChildProcess.Terminate"/> does. Python: <c>terminate</c>.</summary>
    /// <exception cref="InvalidOperationException">Another process made the pool.</exception>
    public void Terminate()
    {
        RequireCreator(nameof(Terminate));
        board.RunCallbacks();
        creator.Perform<Done>(new TerminatePool(name));
        isTerminated = true;
    }

    /// <summary>Waits until all workers have ended; all callbacks have run then. Python: <c>join</c>.</summary>
    /// <exception cref="InvalidOperationException">The pool is still open, or another process made it.</exception>
    public void Join()
    {
        RequireCreator(nameof(Join));
        if (!isClosed && !isTerminated)
            throw new InvalidOperationException("Join was called while the pool is open, so its workers would never end. Call Close or Terminate first.");
        if (!isTerminated)
            board.AwaitCallbacks();
        creator.Perform<Done>(new JoinPool(name));
        board.RunCallbacks();
        board.DropCallbacks();
    }

    /// <summary>The same as <see cref="Terminate"/>. Python: the end of a <c>with</c> statement.</summary>
    public void Dispose()
    {
        if (!isTerminated)
            Terminate();
    }

    internal bool Await(PendingTask task, TimeSpan? patience, string action)
    {
        RequireCreator(action);
        return board.Await(task, patience);
    }

    private PoolResult<TResult> Submit<T, TResult>(Func<T, TResult> target, T argument, Action<TResult>? callback, Action<Exception>? errorCallback)
    {
        var program = Agent.Program;
        var (method, arguments) = program.Pack(target, [argument]);
        Action<TaskResult>? finished = callback is null && errorCallback is null ? null : result => Tell(result, target.Method.ReturnType, callback, errorCallback);
        return new PoolResult<TResult>(this, board.Submit(method, Parcel.WithoutEnds(arguments, "The argument of a task"), finished), target.Method.ReturnType);
    }

    private static void Tell<TResult>(TaskResult result, Type type, Action<TResult>? callback, Action<Exception>? errorCallback)
    {
        if (result.Failure is { } failure)
            errorCallback?.Invoke(RemoteFailure.Rebuild(failure));
        else
            callback?.Invoke((TResult)Agent.Program.Unpack(result.Value!, type)!);
    }

    // The kernel has this rule too. It is asked here first so that handing in has one outcome, and a process may run on past it.
    private void RequireOpen(string action)
    {
        RequireCreator(action);
        if (isClosed || isTerminated)
            throw new InvalidOperationException($"{action} was called after {(isTerminated ? nameof(Terminate) : nameof(Close))}: the pool takes no more tasks. Hand in all tasks before.");
    }

    private void RequireCreator(string action)
    {
        if (creator != AgentSession.Current)
            throw new InvalidOperationException($"{action} was asked by another process than the creator: only the process that made a pool may use it.");
    }
}
