using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Sessions;
using ExerciseKit.Multiprocessing.Pools;
using ExerciseKit.Multiprocessing.Programs;

namespace ExerciseKit.Multiprocessing;

/// <summary>Some worker processes that take tasks in turn. Python: <c>multiprocessing.Pool</c>.</summary>
/// <remarks>
/// A task is a static method with its argument; both the argument and the result are copies. The workers are daemons, and live until
/// the pool is closed and empty, or terminated. A worker that ends before (by <c>Environment.Exit</c> in a task, by a signal) is replaced
/// at once; the task that it held is lost: its result never comes, and <see cref="Join"/> of the closed pool waits for it for ever, as in Python.
/// Not replaced is a worker that ended in the pool's initializer: Python replaces it again and again.
/// Only the process that made a pool may use it.
/// </remarks>
public sealed class ProcessPool : IDisposable
{
    private const int DefaultWorkers = 4;

    private readonly AgentSession creator;
    private readonly string name;
    private readonly TaskBoard board;
    private bool isClosed;
    private bool isTerminated;

    /// <summary>Makes a pool of four workers, as on a machine of four processors, by hand and in a grading alike. Python: as many as there are processors.</summary>
    /// <exception cref="InvalidOperationException">This process is a daemon, which may have no children.</exception>
    public ProcessPool()
        : this(DefaultWorkers)
    {
    }

    /// <summary>Makes a pool and starts its workers.</summary>
    /// <param name="workers">How many tasks can run at once; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workers"/> is zero or negative.</exception>
    /// <exception cref="InvalidOperationException">This process is a daemon, which may have no children.</exception>
    public ProcessPool(int workers)
        : this(workers, initializer: null)
    {
    }

    private ProcessPool(int workers, Initializer? initializer)
    {
        if (workers < 1)
            throw new ArgumentOutOfRangeException(nameof(workers), workers, "A pool needs at least one worker to do its tasks.");
        creator = Agent.Session;
        name = creator.NextObject();
        board = new TaskBoard(creator, name);
        var (target, arguments) = (PoolWorker.TargetOf(initializer), PoolWorker.Arguments(name, initializer));
        var processes = Enumerable.Range(0, workers).Select(_ => ChildProcess.ForWorker(target, arguments)).ToArray();
        creator.Perform<Done>(new CreatePool(name, processes.Select(p => p.RelativeName).ToEquatableArray()));
        foreach (var process in processes)
            process.Start();
    }

    /// <summary>Makes a pool whose workers each call a method before their first task. Python: <c>Pool(n, initializer=…, initargs=(…))</c>.</summary>
    /// <param name="workers">How many tasks can run at once; at least 1.</param>
    /// <param name="initializer">A static method, by its name; what it keeps in static fields the tasks of that worker find there.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workers"/> is zero or negative.</exception>
    /// <exception cref="CannotTravelException">The method or an argument can't be taken to another process.</exception>
    /// <exception cref="InvalidOperationException">This process is a daemon, which may have no children.</exception>
    public static ProcessPool Create(int workers, Action initializer) => With(workers, initializer);

    /// <inheritdoc cref="Create(int, Action)"/>
    public static ProcessPool Create<T>(int workers, Action<T> initializer, T argument) => With(workers, initializer, argument);

    /// <inheritdoc cref="Create(int, Action)"/>
    public static ProcessPool Create<T1, T2>(int workers, Action<T1, T2> initializer, T1 argument1, T2 argument2) => With(workers, initializer, argument1, argument2);

    /// <inheritdoc cref="Create(int, Action)"/>
    public static ProcessPool Create<T1, T2, T3>(int workers, Action<T1, T2, T3> initializer, T1 argument1, T2 argument2, T3 argument3) =>
        With(workers, initializer, argument1, argument2, argument3);

    /// <summary>Runs one task and waits for its result. Python: <c>apply</c>.</summary>
    /// <param name="target">A static method, by its name.</param>
    /// <param name="argument">Its argument.</param>
    /// <exception cref="CannotTravelException">The target or the argument can't be taken to another process.</exception>
    /// <exception cref="InvalidOperationException">The pool is closed or terminated, or another process made it.</exception>
    public TResult Apply<T, TResult>(Func<T, TResult> target, T argument) => ApplyAsync(target, argument).Get();

    /// <inheritdoc cref="Apply{T, TResult}(Func{T, TResult}, T)"/>
    public TResult Apply<TResult>(Func<TResult> target) => ApplyAsync(target).Get();

    /// <inheritdoc cref="Apply{T, TResult}(Func{T, TResult}, T)"/>
    public TResult Apply<T1, T2, TResult>(Func<T1, T2, TResult> target, T1 argument1, T2 argument2) => ApplyAsync(target, argument1, argument2).Get();

    /// <inheritdoc cref="Apply{T, TResult}(Func{T, TResult}, T)"/>
    public TResult Apply<T1, T2, T3, TResult>(Func<T1, T2, T3, TResult> target, T1 argument1, T2 argument2, T3 argument3) =>
        ApplyAsync(target, argument1, argument2, argument3).Get();

    /// <summary>Hands in a task and does not wait for it. Python: <c>apply_async</c>.</summary>
    /// <param name="target">A static method, by its name.</param>
    /// <param name="argument">Its argument.</param>
    /// <param name="callback">Called in this process with the result, inside one of its later calls of the pool; never while another callback runs.</param>
    /// <param name="errorCallback">The same with the exception, where one ended the task.</param>
    /// <exception cref="CannotTravelException">The target or the argument can't be taken to another process.</exception>
    /// <exception cref="InvalidOperationException">The pool is closed or terminated, or another process made it.</exception>
    public PoolResult<TResult> ApplyAsync<T, TResult>(Func<T, TResult> target, T argument, Action<TResult>? callback = null, Action<Exception>? errorCallback = null) =>
        HandIn(target, [argument], callback, errorCallback);

    /// <inheritdoc cref="ApplyAsync{T, TResult}(Func{T, TResult}, T, Action{TResult}, Action{Exception})"/>
    public PoolResult<TResult> ApplyAsync<TResult>(Func<TResult> target, Action<TResult>? callback = null, Action<Exception>? errorCallback = null) =>
        HandIn(target, [], callback, errorCallback);

    /// <inheritdoc cref="ApplyAsync{T, TResult}(Func{T, TResult}, T, Action{TResult}, Action{Exception})"/>
    public PoolResult<TResult> ApplyAsync<T1, T2, TResult>(Func<T1, T2, TResult> target, T1 argument1, T2 argument2, Action<TResult>? callback = null, Action<Exception>? errorCallback = null) =>
        HandIn(target, [argument1, argument2], callback, errorCallback);

    /// <inheritdoc cref="ApplyAsync{T, TResult}(Func{T, TResult}, T, Action{TResult}, Action{Exception})"/>
    public PoolResult<TResult> ApplyAsync<T1, T2, T3, TResult>(Func<T1, T2, T3, TResult> target, T1 argument1, T2 argument2, T3 argument3, Action<TResult>? callback = null, Action<Exception>? errorCallback = null) =>
        HandIn(target, [argument1, argument2, argument3], callback, errorCallback);

    /// <summary>Hands in a task that returns nothing, and does not wait for it; its result is null. Python: <c>apply_async</c>.</summary>
    /// <param name="target">A static method, by its name.</param>
    /// <exception cref="CannotTravelException">The target or an argument can't be taken to another process.</exception>
    /// <exception cref="InvalidOperationException">The pool is closed or terminated, or another process made it.</exception>
    public PoolResult<object?> ApplyAsync(Action target) => HandIn<object?>(target, [], null, null);

    /// <inheritdoc cref="ApplyAsync(Action)"/>
    public PoolResult<object?> ApplyAsync<T>(Action<T> target, T argument) => HandIn<object?>(target, [argument], null, null);

    /// <inheritdoc cref="ApplyAsync(Action)"/>
    public PoolResult<object?> ApplyAsync<T1, T2>(Action<T1, T2> target, T1 argument1, T2 argument2) => HandIn<object?>(target, [argument1, argument2], null, null);

    /// <inheritdoc cref="ApplyAsync(Action)"/>
    public PoolResult<object?> ApplyAsync<T1, T2, T3>(Action<T1, T2, T3> target, T1 argument1, T2 argument2, T3 argument3) =>
        HandIn<object?>(target, [argument1, argument2, argument3], null, null);

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
        PoolResult<TResult>[] results = [.. items.Select(item => Submit<TResult>(target, [item], null, null))];
        foreach (var result in results)
            result.Wait();
        return [.. results.Select(result => result.Value)];
    }

    /// <summary>Hands in one task an item, and does not wait for them. Python: <c>map_async</c> with a chunk size of 1, and without callbacks.</summary>
    /// <param name="target">A static method, by its name.</param>
    /// <param name="items">Its arguments.</param>
    /// <returns>The results to come, in the order of the items; where tasks fail, the exception of the first such item.</returns>
    /// <exception cref="CannotTravelException">The target or an item can't be taken to another process.</exception>
    /// <exception cref="InvalidOperationException">The pool is closed or terminated, or another process made it.</exception>
    public PoolResult<TResult[]> MapAsync<T, TResult>(Func<T, TResult> target, IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(items);
        RequireOpen(nameof(MapAsync));
        board.RunCallbacks();
        PoolResult<TResult>[] results = [.. items.Select(item => Submit<TResult>(target, [item], null, null))];
        return new PoolResult<TResult[]>(this, [.. results.SelectMany(r => r.Tasks)], () => [.. results.Select(r => r.Value)]);
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

    internal bool Await(IReadOnlyList<PendingTask> tasks, TimeSpan? patience, string action)
    {
        RequireCreator(action);
        return board.Await(tasks, patience);
    }

    private static ProcessPool With(int workers, Delegate initializer, params object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(initializer);
        return new ProcessPool(workers, new Initializer(initializer, arguments));
    }

    private PoolResult<TResult> HandIn<TResult>(Delegate target, object?[] arguments, Action<TResult>? callback, Action<Exception>? errorCallback)
    {
        ArgumentNullException.ThrowIfNull(target);
        RequireOpen(nameof(ApplyAsync));
        board.RunCallbacks();
        return Submit(target, arguments, callback, errorCallback);
    }

    private PoolResult<TResult> Submit<TResult>(Delegate target, object?[] arguments, Action<TResult>? callback, Action<Exception>? errorCallback)
    {
        var (method, packed) = Agent.Program.Pack(target, arguments);
        var type = target.Method.ReturnType;
        Action<TaskResult>? finished = callback is null && errorCallback is null ? null : result => Tell(result, type, callback, errorCallback);
        var task = board.Submit(method, Parcel.WithoutEnds(packed, "The argument of a task"), finished);
        return new PoolResult<TResult>(this, [task], () => Read<TResult>(task.Result!, type));
    }

    // A task that returns nothing has nothing to read.
    private static TResult Read<TResult>(TaskResult result, Type type) => result.Value is { } value ? (TResult)Agent.Program.Unpack(value, type)! : default!;

    private static void Tell<TResult>(TaskResult result, Type type, Action<TResult>? callback, Action<Exception>? errorCallback)
    {
        if (result.Failure is { } failure)
            errorCallback?.Invoke(RemoteFailure.Rebuild(failure));
        else
            callback?.Invoke(Read<TResult>(result, type));
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
