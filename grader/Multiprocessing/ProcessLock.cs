using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Multiprocessing.Travel;

namespace ExerciseKit.Multiprocessing;

/// <summary>A lock that processes share. Python: <c>multiprocessing.Lock</c>.</summary>
/// <remarks>
/// Not owned: another process than the one that acquired it may release it, as in Python. Not reentrant: who acquires it twice waits for himself.
/// Hand it to the processes that use it as an argument; a static field holds another lock in each process.
/// </remarks>
public sealed class ProcessLock : IExclusive
{
    internal const string Kind = "lock";

    private readonly string name;

    /// <summary>Makes a lock that nobody holds.</summary>
    public ProcessLock()
    {
        var session = Agent.Session;
        name = session.NextObject();
        session.Perform<Done>(new CreateLock(name));
    }

    internal ProcessLock(string name) => this.name = name;

    Handle IShared.Handle => new(Kind, name);

    /// <summary>Waits until the lock is free, and takes it. Python: <c>acquire()</c>.</summary>
    public void Acquire() => Agent.Session.Perform<Flag>(new AcquireLock(name, Patience: null));

    /// <summary>Takes the lock if it becomes free in time. Python: <c>acquire(timeout=…)</c>.</summary>
    /// <param name="timeout">How long to wait; zero, the default, not at all; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <returns>Whether the lock was taken.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is negative.</exception>
    public bool TryAcquire(TimeSpan timeout = default) =>
        Agent.Session.Perform<Flag>(new AcquireLock(name, Agent.Patience(timeout))).Value;

    /// <summary>Gives the lock back. Python: <c>release()</c>.</summary>
    /// <exception cref="InvalidOperationException">Nobody holds the lock.</exception>
    public void Release() => Agent.Session.Perform<Done>(new ReleaseLock(name));

    /// <summary>Waits until the lock is free, takes it, and gives it back at the scope's end. Python: <c>with lock:</c>.</summary>
    /// <example><code>using (entrance.EnterScope()) { … }</code></example>
    public LockScope EnterScope()
    {
        Acquire();
        return new LockScope(this);
    }
}
