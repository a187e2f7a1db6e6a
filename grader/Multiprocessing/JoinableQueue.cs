using ExerciseKit.Contract.Operations;
using ExerciseKit.Multiprocessing.Travel;

namespace ExerciseKit.Multiprocessing;

/// <summary>A queue that also knows when the work on all its items is done. Python: <c>multiprocessing.JoinableQueue</c>.</summary>
/// <typeparam name="T">The items' type.</typeparam>
public sealed class JoinableQueue<T> : ProcessQueue<T>
{
    /// <summary>Makes an empty queue.</summary>
    /// <param name="capacity">How many items it holds at most, 1 or more; null, the default, for any number. Python: <c>maxsize</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is zero or negative.</exception>
    public JoinableQueue(int? capacity = null)
        : base(capacity, isJoinable: true)
    {
    }

    internal JoinableQueue(string name)
        : base(name)
    {
    }

    private protected override string Kind => SharedKinds.JoinableQueueKind;

    /// <summary>Says that the work on one item that was taken is done. Python: <c>task_done()</c>.</summary>
    /// <exception cref="InvalidOperationException">It was called more often than items were put.</exception>
    public void TaskDone() => Agent.Session.Perform<Done>(new FinishTask(ObjectName));

    /// <summary>Waits until <see cref="TaskDone"/> was called for every item that was put. Python: <c>join()</c>.</summary>
    public void Join() => Agent.Session.Perform<Done>(new JoinQueue(ObjectName));
}
