using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Sessions;

namespace ExerciseKit.Multiprocessing.Pools;

/// <summary>The tasks of one pool as their maker sees them: hands them in, waits for them, and runs their callbacks.</summary>
/// <remarks>
/// Callbacks run on the maker's own thread, whenever it waits for a task and before each other call, and never inside one another.
/// A pool that has none outstanding asks nothing more than it would without them.
/// </remarks>
internal sealed class TaskBoard(AgentSession session, string pool)
{
    private readonly SortedDictionary<int, PendingTask> callbacks = [];
    private int submitted;
    private bool isCallingBack;

    /// <summary>Hands in a task.</summary>
    public PendingTask Submit(Target target, Payload arguments, Action<TaskResult>? finished)
    {
        var task = new PendingTask(++submitted, finished);
        session.Perform<Done>(new SubmitTask(pool, task.Number, target, arguments));
        if (task.HasCallback)
            callbacks.Add(task.Number, task);
        return task;
    }

    /// <summary>Waits for a task.</summary>
    /// <returns>Whether it is finished.</returns>
    public bool Await(PendingTask task, TimeSpan? patience)
    {
        if (task.Result is not null)
            RunCallbacks();
        while (task.Result is null)
        {
            if (Next(task, patience) is not { } finished)
                return false;
            patience = finished.PatienceLeft ?? patience;
        }

        return true;
    }

    /// <summary>Waits for all tasks that have a callback.</summary>
    public void AwaitCallbacks()
    {
        while (callbacks.Count > 0 && !isCallingBack)
            Next(wanted: null, patience: null);
    }

    /// <summary>Runs the callbacks of the tasks that are finished by now.</summary>
    public void RunCallbacks()
    {
        while (callbacks.Count > 0 && !isCallingBack && Next(wanted: null, TimeSpan.Zero) is not null)
        {
            // One more was there; look again.
        }
    }

    /// <summary>Forgets the callbacks of tasks that will never be done.</summary>
    public void DropCallbacks() => callbacks.Clear();

    /// <summary>The next finished task among the wanted one and those that have a callback; null where none is in time.</summary>
    private FinishedTask? Next(PendingTask? wanted, TimeSpan? patience)
    {
        var numbers = new SortedSet<int>(isCallingBack ? [] : callbacks.Keys);
        if (wanted is not null)
            numbers.Add(wanted.Number);
        if (session.Perform<Outcome>(new AwaitTask(pool, numbers.ToEquatableArray(), patience)) is not FinishedTask finished)
            return null;
        if (callbacks.Remove(finished.Number, out var task))
            CallBack(task, finished.Result);
        else
            wanted?.Finish(finished.Result);
        return finished;
    }

    private void CallBack(PendingTask task, TaskResult result)
    {
        // What comes after is still the call that we are in.
        var site = session.Site;
        isCallingBack = true;
        try
        {
            task.Finish(result);
        }
        finally
        {
            isCallingBack = false;
            session.Site = site;
        }
    }
}
