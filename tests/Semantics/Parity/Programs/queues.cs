// differs: item is there right after put: CPython hands items to a thread that writes them a moment later; here an item is visible once Put has returned (ProcessQueue).
public static class Scene
{
    public static void Run()
    {
        var queue = new ProcessQueue<string>(2);
        queue.Put("first");
        Show("item is there right after put", !queue.IsEmpty);
        queue.Put("second");
        Thread.Sleep(200);
        Show("put into a full queue without waiting", Attempt(() => queue.PutNoWait("third")));
        Show("put into a full queue with patience", Attempt(() => queue.Put("third", TimeSpan.FromMilliseconds(50))));
        Show("items in the queue", queue.Count);
        Show("queue is full", queue.IsFull);
        Show("order of the items", $"{queue.Get()} {queue.Get()}");
        Show("get from an empty queue without waiting", Attempt(() => queue.GetNoWait()));
        Show("get from an empty queue with patience", Attempt(() => queue.Get(TimeSpan.FromMilliseconds(50))));
        var child = ChildProcess.Create(Fill, queue);
        child.Start();
        child.Join();
        Show("items of a child that has ended", $"{queue.Get()} {queue.Get()}");
        queue.Close();
        Show("put after close", Attempt(() => queue.Put("late")));

        var jobs = new JoinableQueue<int>();
        jobs.Put(1);
        jobs.Get();
        jobs.TaskDone();
        Show("task done once too often", Attempt(jobs.TaskDone));
        jobs.Put(2);
        var worker = ChildProcess.Create(Work, jobs);
        worker.Start();
        jobs.Join();
        worker.Join();
        Show("joining a queue whose tasks are done", "over");
    }

    private static void Fill(ProcessQueue<string> queue)
    {
        queue.Put("a");
        queue.Put("b");
    }

    private static void Work(JoinableQueue<int> jobs)
    {
        jobs.Get();
        jobs.TaskDone();
    }

    private static string Attempt(Action action)
    {
        try { action(); return "fine"; }
        catch (Exception e) when (e is QueueFullException or QueueEmptyException or InvalidOperationException) { return "error"; }
    }

    private static void Show(string label, object? outcome) => Console.WriteLine($"{label}: {outcome}");
}
