using ExerciseKit.Multiprocessing;

namespace Course;

public class BoundedQueue
{
    public static QueueReport Run(int capacity, int waitSeconds)
    {
        var home = new ProcessQueue<QueueReport>(1);
        ChildProcess.Create(Try, capacity, waitSeconds, home).Start();
        var report = home.Get();
        Console.WriteLine($"the report has come: {report.Drained.Length} items");
        return report;
    }

    private static void Try(int capacity, int waitSeconds, ProcessQueue<QueueReport> home)
    {
        ProcessQueue<string> queue = new ProcessQueue<string>(capacity);
        for (int i = 1; i <= capacity; i++)
        {
            queue.Put(i.ToString());
        }

        bool overflow = queue.TryPut("one more");
        DateTime start = DateTime.UtcNow;
        bool timedOverflow = queue.TryPut("one more", TimeSpan.FromSeconds(waitSeconds));
        TimeSpan overflowWait = DateTime.UtcNow - start;
        int[] drained = new int[capacity];
        for (int i = 0; i < capacity; i++)
        {
            drained[i] = int.Parse(queue.Get());
            Console.WriteLine("took " + drained[i]);
        }

        bool underflow = queue.TryGet(out string? _);
        start = DateTime.UtcNow;
        bool timedUnderflow = queue.TryGet(out string? _, TimeSpan.FromSeconds(waitSeconds));
        TimeSpan underflowWait = DateTime.UtcNow - start;
        home.Put(new QueueReport(drained, overflow, timedOverflow, overflowWait, underflow, timedUnderflow, underflowWait));
    }
}
