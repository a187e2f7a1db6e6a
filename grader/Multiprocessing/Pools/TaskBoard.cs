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

    /// <summary>Waits for some tasks.</summary>
    /// <returns>Whether all of them are finished.</returns>
    public bool Await(IReadOnlyList<PendingTask> tasks, TimeSpan? patience)
    {
        if (tasks.All(t => t.Result is not null))
            RunCallbacks();
        while (tasks.Where(t => t.Result is null).ToList() is { Count: > 0 } open)
        {
            if (Next(open, patience) is not { } finished)
                return false;
            patience = finished.PatienceLeft ?? patience;
        }

        return true;
    }

    /// <summary>Waits for all tasks that have a callback.</summary>
    public void AwaitCallbacks()
    {
        while (callbacks.Count > 0 && !isCallingBack)
            Next([], patience: null);
    }

    /// <summary>Runs the callbacks of the tasks that are finished by now.</summary>
    public void RunCallbacks()
    {
        while (callbacks.Count > 0 && !isCallingBack && Next([], TimeSpan.Zero) is not null)
        {
            // One more was there; look again.
        }
    }

    /// <summary>Forgets the callbacks of tasks that will never be done.</summary>
    public void DropCallbacks() => callbacks.Clear();

    /// <summary>The next finished task among the wanted ones and those that have a callback; null where none is in time.</summary>
    private FinishedTask? Next(IReadOnlyList<PendingTask> wanted, TimeSpan? patience)
    {
        var numbers = new SortedSet<int>(isCallingBack ? [] : callbacks.Keys);
        numbers.UnionWith(wanted.Select(t => t.Number));
        if (session.Perform<Outcome>(new AwaitTask(pool, numbers.ToEquatableArray(), patience)) is not FinishedTask finished)
            return null;
        session.Changed++;
        if (callbacks.Remove(finished.Number, out var task))
            CallBack(task, finished.Result);
        else
            wanted.FirstOrDefault(t => t.Number == finished.Number)?.Finish(finished.Result);
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
