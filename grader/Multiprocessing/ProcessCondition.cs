using ExerciseKit.Contract.Operations;
using ExerciseKit.Multiprocessing.Travel;

namespace ExerciseKit.Multiprocessing;

/// <summary>A lock, and a place to wait until what it guards has changed. Python: <c>multiprocessing.Condition</c>.</summary>
/// <remarks>
/// Wait in a loop that asks for what is needed, or with <see cref="WaitFor"/>: by the time a process that was notified has the lock
/// again, another may have taken what there was. A notification wakes only those who sleep already; it is not kept for who comes later.
/// Hand the condition to the processes that use it as an argument; a static field holds another condition in each process.
/// </remarks>
public sealed class ProcessCondition : ICompound
{
    private readonly IExclusive gate;
    private readonly ConditionHandle condition;

    /// <summary>Makes a condition with a reentrant lock of its own.</summary>
    public ProcessCondition()
        : this(new ProcessReentrantLock())
    {
    }

    /// <summary>Makes a condition on a lock, which other conditions may be on too.</summary>
    public ProcessCondition(ProcessLock gate)
        : this((IExclusive)gate)
    {
    }

    /// <inheritdoc cref="ProcessCondition(ProcessLock)"/>
    public ProcessCondition(ProcessReentrantLock gate)
        : this((IExclusive)gate)
    {
    }

    internal ProcessCondition(IExclusive gate, ConditionHandle condition) => (this.gate, this.condition) = (gate, condition);

    private ProcessCondition(IExclusive gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        this.gate = gate;
        var session = Agent.Session;
        condition = new ConditionHandle(session.NextObject());
        session.Perform<Done>(new CreateCondition(condition.Name, gate.Handle.Name));
    }

    /// <summary>Acquires the condition's lock. Python: <c>acquire()</c>.</summary>
    public void Acquire() => gate.Acquire();

    /// <summary>Acquires the condition's lock if it becomes free in time. Python: <c>acquire(timeout=…)</c>.</summary>
    /// <param name="timeout">How long to wait; zero, the default, not at all; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <returns>Whether the lock was taken.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is negative.</exception>
    public bool TryAcquire(TimeSpan timeout = default) => gate.TryAcquire(timeout);

    /// <summary>Releases the condition's lock. Python: <c>release()</c>.</summary>
    /// <exception cref="InvalidOperationException">The lock is not held; a reentrant one: by this process.</exception>
    public void Release() => gate.Release();

    /// <summary>Acquires the condition's lock, and gives it back at the scope's end. Python: <c>with condition:</c>.</summary>
    /// <example><code>using (notEmpty.EnterScope()) { … }</code></example>
    public LockScope EnterScope()
    {
        Acquire();
        return new LockScope(gate);
    }

    /// <summary>Gives the lock back, sleeps until it is notified, and takes the lock again. Python: <c>wait()</c>.</summary>
    /// <exception cref="InvalidOperationException">This process does not hold the lock.</exception>
    public void Wait() => Sleep(patience: null);

    /// <summary>The same, but sleeps no longer than told; then waits for the lock all the same. Python: <c>wait(timeout)</c>.</summary>
    /// <param name="timeout">How long to sleep; zero not at all; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <returns>Whether it was notified.</returns>
    /// <exception cref="InvalidOperationException">This process does not hold the lock.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is negative.</exception>
    public bool Wait(TimeSpan timeout) => Sleep(Agent.Patience(timeout));

    /// <summary>Waits until something is true that is asked under the lock, now and after each notification. Python: <c>wait_for(predicate, timeout)</c>.</summary>
    /// <param name="predicate">What must be true.</param>
    /// <param name="timeout">How long to wait in all; null, the default, and <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <returns>What <paramref name="predicate"/> gave last; false only when the time is over.</returns>
    /// <exception cref="InvalidOperationException">This process does not hold the lock.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is negative.</exception>
    public bool WaitFor(Func<bool> predicate, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        var session = Agent.Session;
        var patience = timeout is { } limit ? Agent.Patience(limit) : null;
        var site = session.Site;
        TimeSpan? deadline = null;
        while (!predicate())
        {
            // The predicate's own operations have left their call sites behind.
            session.Site = site;
            if (patience is not null)
            {
                var now = TimeSpan.FromTicks(session.Perform<ClockReading>(new ReadClock { Measures = true, IsForDeadline = true }).UptimeTicks);
                if (deadline is null)
                    deadline = patience > TimeSpan.MaxValue - now ? TimeSpan.MaxValue : now + patience;
                else if ((patience = deadline - now) <= TimeSpan.Zero)
                    return false;
            }

            // Who has waited in vain looks once more, and that is all.
            if (!Sleep(patience))
                return predicate();
        }

        return true;
    }

    /// <summary>Wakes some of those who sleep; which ones is not said. They go on when they have the lock again. Python: <c>notify(n)</c>.</summary>
    /// <param name="n">How many; 1 by default. Where fewer sleep, all of them.</param>
    /// <exception cref="InvalidOperationException">This process does not hold the lock.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public void Notify(int n = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        Wake(n);
    }

    /// <summary>Wakes all who sleep. Python: <c>notify_all()</c>.</summary>
    /// <exception cref="InvalidOperationException">This process does not hold the lock.</exception>
    public void NotifyAll() => Wake(count: null);

    private void Wake(int? count) => Agent.Session.Perform<Done>(new NotifyWaiters(condition.Name, gate.Handle.Name, count));

    private bool Sleep(TimeSpan? patience)
    {
        var session = Agent.Session;
        var depth = session.Perform<Number>(new BeginWait(condition.Name, gate.Handle.Name)).Value;
        var isNotified = session.Perform<Flag>(new AwaitNotification(condition.Name, patience)).Value;
        session.Perform<Done>(new ReacquireLock(gate.Handle.Name, (int)depth));
        return isNotified;
    }
}
