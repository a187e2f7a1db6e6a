using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Multiprocessing.Travel;

namespace ExerciseKit.Multiprocessing;

/// <summary>A lock that its owner may acquire again. Python: <c>multiprocessing.RLock</c>.</summary>
/// <remarks>
/// Owned by the process that acquired it, which must release it as often; another process may not. Hand it to the processes
/// that use it as an argument; a static field holds another lock in each process.
/// </remarks>
public sealed class ProcessReentrantLock : IExclusive
{
    internal const string Kind = "reentrant-lock";

    private readonly string name;

    /// <summary>Makes a lock that nobody owns.</summary>
    public ProcessReentrantLock()
    {
        var session = Agent.Session;
        name = session.NextObject();
        session.Perform<Done>(new CreateReentrantLock(name));
    }

    internal ProcessReentrantLock(string name) => this.name = name;

    Handle IShared.Handle => new(Kind, name);

    /// <summary>Waits until the lock is free or this process's own, and takes it once more. Python: <c>acquire()</c>.</summary>
    public void Acquire() => Agent.Session.Perform<Flag>(new AcquireReentrantLock(name, Patience: null));

    /// <summary>Takes the lock once more if it is this process's own or becomes free in time. Python: <c>acquire(timeout=…)</c>.</summary>
    /// <param name="timeout">How long to wait; zero, the default, not at all; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <returns>Whether the lock was taken.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is negative.</exception>
    public bool TryAcquire(TimeSpan timeout = default) =>
        Agent.Session.Perform<Flag>(new AcquireReentrantLock(name, Agent.Patience(timeout))).Value;

    /// <summary>Gives the lock back once; it is free when it was given back as often as it was taken. Python: <c>release()</c>.</summary>
    /// <exception cref="InvalidOperationException">This process does not own the lock.</exception>
    public void Release() => Agent.Session.Perform<Done>(new ReleaseReentrantLock(name));

    /// <summary>Takes the lock as <see cref="Acquire"/> does, and gives it back at the scope's end. Python: <c>with lock:</c>.</summary>
    /// <example><code>using (ledger.EnterScope()) { … }</code></example>
    public LockScope EnterScope()
    {
        Acquire();
        return new LockScope(this);
    }
}
