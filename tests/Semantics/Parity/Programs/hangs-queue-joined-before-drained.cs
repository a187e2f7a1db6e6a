// differs: queue joined before drained: a graded scenario sets the buffer of its queues, and none is the default; by hand it is the pipe's 64 KiB (ProcessQueue).
public static class Scene
{
    public static void Run()
    {
        var queue = new ProcessQueue<string>();
        var child = ChildProcess.Create(Fill, queue);
        child.Start();
        child.Join();
    }

    private static void Fill(ProcessQueue<string> queue) => queue.Put(new string('x', 200_000));
}
