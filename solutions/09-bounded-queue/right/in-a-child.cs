using System.Diagnostics;
using ExerciseKit.Multiprocessing;

public static class BoundedQueue
{
    public static QueueReport Run(int capacity, int waitSeconds)
    {
        var queue = new ProcessQueue<int>(capacity);
        var reports = new ProcessQueue<QueueReport>();
        var tester = new Tester(queue, reports, capacity, TimeSpan.FromSeconds(waitSeconds));
        tester.Start();
        var report = reports.Get();
        tester.Join();
        return report;
    }

    private sealed class Tester(ProcessQueue<int> queue, ProcessQueue<QueueReport> reports, int capacity, TimeSpan patience) : ChildProcess
    {
        protected override void Run()
        {
            foreach (var item in Enumerable.Range(1, capacity))
                queue.Put(item);
            var full = (AtOnce: queue.TryPut(-1), Timed: Attempt(() => queue.TryPut(-1, patience)));
            var drained = Enumerable.Range(1, capacity).Select(_ => queue.Get()).ToArray();
            var empty = (AtOnce: queue.TryGet(out var _), Timed: Attempt(() => queue.TryGet(out var _, patience)));
            reports.Put(new QueueReport(drained, full.AtOnce, full.Timed.Worked, full.Timed.Took, empty.AtOnce, empty.Timed.Worked, empty.Timed.Took));
        }

        private static (bool Worked, TimeSpan Took) Attempt(Func<bool> attempt)
        {
            var start = Stopwatch.GetTimestamp();
            return (attempt(), Stopwatch.GetElapsedTime(start));
        }
    }
}
