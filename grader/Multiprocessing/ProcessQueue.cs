using System.Diagnostics.CodeAnalysis;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Multiprocessing.Travel;

namespace ExerciseKit.Multiprocessing;

/// <summary>A queue that processes share: first in, first out. Python: <c>multiprocessing.Queue</c>.</summary>
/// <typeparam name="T">The items' type. An item is copied; a primitive in it is shared.</typeparam>
/// <remarks>
/// Hand it to the processes that use it as an argument. A process whose items exceed the queue's buffer does not end before they are taken,
/// so take them before you join it. By hand the buffer is the pipe's of Python's queues on Linux, 64 KiB; in a grading it is the scenario's, and unlimited
/// where that sets none. An item is visible once <see cref="Put(T)"/> has returned; in Python a thread writes it a moment later.
/// </remarks>
public class ProcessQueue<T> : IShared
{
    /// <summary>Makes an empty queue.</summary>
    /// <param name="capacity">How many items it holds at most, 1 or more; null, the default, for any number. Python: <c>maxsize</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is zero or negative.</exception>
    public ProcessQueue(int? capacity = null)
        : this(capacity, isJoinable: false)
    {
    }

    private protected ProcessQueue(int? capacity, bool isJoinable)
    {
        if (capacity <= 0)
            throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "A queue's capacity is 1 or more, or null for any number of items.");
        var session = Agent.Session;
        ObjectName = session.NextObject();
        session.Perform<Done>(new CreateQueue(ObjectName, capacity, isJoinable));
    }

    internal ProcessQueue(string name) => ObjectName = name;

    /// <summary>How many items are in the queue at this moment. Python: <c>qsize()</c>.</summary>
    public int Count => (int)Agent.Session.Perform<Number>(new QueryQueueCount(ObjectName)).Value;

    /// <summary>Whether the queue is empty at this moment; another process may change that before the next call. Python: <c>empty()</c>.</summary>
    public bool IsEmpty => Agent.Session.Perform<Flag>(new QueryQueueEmpty(ObjectName)).Value;

    /// <summary>Whether the queue is at its capacity at this moment. Python: <c>full()</c>.</summary>
    public bool IsFull => Agent.Session.Perform<Flag>(new QueryQueueFull(ObjectName)).Value;

    Handle IShared.Handle => new(Kind, ObjectName);

    internal string ObjectName { get; }

    private protected virtual string Kind => SharedKinds.QueueKind;

    /// <summary>Puts an item at the end; waits while the queue is at its capacity. Python: <c>put(item)</c>.</summary>
    /// <exception cref="CannotTravelException">The item can't be taken to another process; the message says why.</exception>
    /// <exception cref="InvalidOperationException">This process has closed the queue.</exception>
    public void Put(T item) => Put(item, patience: null);

    /// <summary>Puts an item at the end if there is room in time. Python: <c>put(item, timeout=…)</c>, <c>put_nowait(item)</c>.</summary>
    /// <param name="item">The item.</param>
    /// <param name="timeout">How long to wait for room; zero, the default, not at all; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <returns>Whether the item was put; Python throws <c>queue.Full</c> instead.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is negative.</exception>
    /// <exception cref="CannotTravelException">The item can't be taken to another process; the message says why.</exception>
    /// <exception cref="InvalidOperationException">This process has closed the queue.</exception>
    public bool TryPut(T item, TimeSpan timeout = default) => Put(item, Agent.Patience(timeout));

    /// <summary>Takes the first item; waits while the queue is empty. Python: <c>get()</c>.</summary>
    /// <exception cref="InvalidOperationException">This process has closed the queue.</exception>
    public T Get() => Agent.Program.UnpackAs<T>(Agent.Session.Perform<Item>(Getting(patience: null)).Value);

    /// <summary>Takes the first item if there is one in time. Python: <c>get(timeout=…)</c>, <c>get_nowait()</c>.</summary>
    /// <param name="item">The item; the type's default where there was none.</param>
    /// <param name="timeout">How long to wait for an item; zero, the default, not at all; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <returns>Whether an item was taken; Python throws <c>queue.Empty</c> instead.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">This process has closed the queue.</exception>
    public bool TryGet([MaybeNullWhen(false)] out T item, TimeSpan timeout = default)
    {
        switch (Agent.Session.Perform(Getting(Agent.Patience(timeout))))
        {
            case Item taken:
                item = Agent.Program.UnpackAs<T>(taken.Value);
                return true;
            case Failed failed:
                throw failed.ToException();
            default:
                item = default;
                return false;
        }
    }

    /// <summary>Puts an item at the end, and waits no longer than told. Python: <c>put(item, timeout=…)</c>.</summary>
    /// <param name="item">The item.</param>
    /// <param name="timeout">How long to wait for room; zero not at all; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <exception cref="QueueFullException">There was no room in time.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is negative.</exception>
    /// <exception cref="CannotTravelException">The item can't be taken to another process; the message says why.</exception>
    /// <exception cref="InvalidOperationException">This process has closed the queue.</exception>
    public void Put(T item, TimeSpan timeout)
    {
        if (!TryPut(item, timeout))
            throw new QueueFullException();
    }

    /// <summary>Puts an item at the end without waiting. Python: <c>put_nowait(item)</c>.</summary>
    /// <inheritdoc cref="Put(T, TimeSpan)"/>
    public void PutNoWait(T item) => Put(item, TimeSpan.Zero);

    /// <summary>Takes the first item, and waits no longer than told. Python: <c>get(timeout=…)</c>.</summary>
    /// <param name="timeout">How long to wait for an item; zero not at all; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <exception cref="QueueEmptyException">There was none in time.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">This process has closed the queue.</exception>
    public T Get(TimeSpan timeout) => TryGet(out var item, timeout) ? item : throw new QueueEmptyException();

    /// <summary>Takes the first item without waiting. Python: <c>get_nowait()</c>.</summary>
    /// <inheritdoc cref="Get(TimeSpan)"/>
    public T GetNoWait() => Get(TimeSpan.Zero);

    /// <summary>Closes the queue for this process, which can put and take no more; the others can. Python: <c>close()</c>.</summary>
    public void Close() => Agent.Session.ClosedQueues.Add(ObjectName);

    private bool Put(T item, TimeSpan? patience)
    {
        RequireOpen();
        return Agent.Session.Perform<Flag>(new PutItem(ObjectName, Agent.Program.Pack(item, typeof(T), "item"), patience)).Value;
    }

    private GetItem Getting(TimeSpan? patience)
    {
        RequireOpen();
        return new GetItem(ObjectName, patience);
    }

    // Asked here and not of the kernel, so that a put by a process that has not closed the queue can't fail.
    private void RequireOpen()
    {
        if (Agent.Session.ClosedQueues.Contains(ObjectName))
            throw new InvalidOperationException("A queue was used that this process has closed. Close it after its last use.");
    }
}
