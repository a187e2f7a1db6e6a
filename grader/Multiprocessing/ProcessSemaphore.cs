using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Multiprocessing.Travel;

namespace ExerciseKit.Multiprocessing;

/// <summary>A stock of permits that processes share. Python: <c>multiprocessing.Semaphore</c>, with a maximum <c>BoundedSemaphore</c>.</summary>
/// <remarks>
/// A permit belongs to nobody: any process may release one, acquired or not. Hand it to the processes that use it as an argument;
/// a static field holds another semaphore in each process.
/// </remarks>
public sealed class ProcessSemaphore : IShared, IReleasable
{
    internal const string Kind = "semaphore";

    private readonly string name;

    /// <summary>Makes a semaphore.</summary>
    /// <param name="initial">How many permits there are at first; zero or more.</param>
    /// <param name="maximum">How many there may ever be, at least 1 and <paramref name="initial"/>; null, the default, for any number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="initial"/> is negative or above <paramref name="maximum"/>, or that is below 1.</exception>
    public ProcessSemaphore(int initial, int? maximum = null)
    {
        if (maximum < 1)
            throw new ArgumentOutOfRangeException(nameof(maximum), maximum, "A semaphore's maximum is 1 or more; leave it out for a semaphore without one.");
        if (initial < 0 || initial > maximum)
            throw new ArgumentOutOfRangeException(nameof(initial), initial, $"A semaphore begins with 0 to {maximum?.ToString() ?? "any number of"} permits.");
        var session = Agent.Session;
        name = session.NextObject();
        session.Perform<Done>(new CreateSemaphore(name, initial, maximum));
    }

    internal ProcessSemaphore(string name) => this.name = name;

    Handle IShared.Handle => new(Kind, name);

    /// <summary>Waits until there is a permit, and takes it. Python: <c>acquire()</c>.</summary>
    public void Acquire() => Agent.Session.Perform<Flag>(new AcquireSemaphore(name, Patience: null));

    /// <summary>Takes a permit if there is one in time. Python: <c>acquire(timeout=…)</c>.</summary>
    /// <param name="timeout">How long to wait; zero, the default, not at all; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <returns>Whether a permit was taken.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is negative.</exception>
    public bool TryAcquire(TimeSpan timeout = default) =>
        Agent.Session.Perform<Flag>(new AcquireSemaphore(name, Agent.Patience(timeout))).Value;

    /// <summary>Puts a permit back, or a new one in. Python: <c>release()</c>.</summary>
    /// <exception cref="SemaphoreFullException">There are as many permits as there may be.</exception>
    public void Release() => Agent.Session.Perform<Done>(new ReleaseSemaphore(name));

    /// <summary>Waits for a permit, takes it, and puts it back at the scope's end. Python: <c>with semaphore:</c>.</summary>
    /// <example><code>using (stalls.EnterScope()) { … }</code></example>
    public LockScope EnterScope()
    {
        Acquire();
        return new LockScope(this);
    }
}
