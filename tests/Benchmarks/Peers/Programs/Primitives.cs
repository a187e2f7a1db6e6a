using System.Diagnostics;
using ExerciseKit.Multiprocessing;

/// <summary>How long the primitives take with real processes; the same measures as primitives.py, in the same order.</summary>
public static class Primitives
{
    public static void Main()
    {
        Lock(5000);
        Dictionary(3000);
        Wake(1000);
        Pipe(3000);
        Queue(1, 4000);
        Queue(2, 4000);
        Pool(2000);
        Start(20);
    }

    private static void Lock(int count)
    {
        var gate = new ProcessLock();
        Tell("lock: acquire + release, uncontended", "µs", count, () =>
        {
            for (var i = 0; i < count; i++)
            {
                gate.Acquire();
                gate.Release();
            }
        });
    }

    private static void Dictionary(int count)
    {
        var shared = new SharedDictionary<string, int>();
        shared["n"] = 0;
        Tell("shared dictionary: get + set", "µs", count, () =>
        {
            for (var i = 0; i < count; i++)
                shared["n"] = shared["n"] + 1;
        });
    }

    private static void Wake(int count)
    {
        var (ping, pong) = (new ProcessEvent(), new ProcessEvent());
        var other = ChildProcess.Create(AnswerEvents, ping, pong, count + 1);
        other.Start();
        Exchange();
        Tell("event: wake-up of another process", "µs", 2 * count, () =>
        {
            for (var i = 0; i < count; i++)
                Exchange();
        });
        other.Join();

        void Exchange()
        {
            ping.Set();
            pong.Wait();
            pong.Reset();
        }
    }

    private static void AnswerEvents(ProcessEvent ping, ProcessEvent pong, int count)
    {
        for (var i = 0; i < count; i++)
        {
            ping.Wait();
            ping.Reset();
            pong.Set();
        }
    }

    private static void Pipe(int count)
    {
        var (here, there) = ExerciseKit.Multiprocessing.Pipe.Create();
        var other = ChildProcess.Create(Echo, there, count + 1);
        other.Start();
        Exchange();
        Tell("pipe: round trip", "µs", count, () =>
        {
            for (var i = 0; i < count; i++)
                Exchange();
        });
        other.Join();

        void Exchange()
        {
            here.Send("ping");
            here.Receive<string>();
        }
    }

    private static void Echo(Connection connection, int count)
    {
        for (var i = 0; i < count; i++)
            connection.Send(connection.Receive<string>());
    }

    private static void Queue(int consumers, int count)
    {
        var queue = new JoinableQueue<int>();
        var ready = new ProcessSemaphore(0);
        for (var i = 0; i < consumers; i++)
        {
            var consumer = ChildProcess.Create(Consume, queue, ready);
            consumer.IsDaemon = true;
            consumer.Start();
        }

        for (var i = 0; i < consumers; i++)
            ready.Acquire();
        Tell($"joinable queue: put, get and task done, {consumers} consumer{(consumers > 1 ? "s" : "")}", "µs", count, () =>
        {
            for (var i = 0; i < count; i++)
                queue.Put(i);
            queue.Join();
        });
    }

    private static void Consume(JoinableQueue<int> queue, ProcessSemaphore ready)
    {
        ready.Release();
        while (true)
        {
            queue.Get();
            queue.TaskDone();
        }
    }

    private static void Pool(int count)
    {
        using var pool = new ProcessPool(2);
        pool.Map(Square, [1, 2]);
        var numbers = Enumerable.Range(0, count).ToArray();
        Tell("pool of 2: a task", "µs", count, () => pool.Map(Square, numbers));
    }

    private static int Square(int number) => number * number;

    private static void Start(int count) =>
        Tell("process: start + join", "ms", count, () =>
        {
            for (var i = 0; i < count; i++)
            {
                var child = ChildProcess.Create(Nothing);
                child.Start();
                child.Join();
            }
        });

    private static void Nothing()
    {
    }

    private static void Tell(string what, string unit, int count, Action work)
    {
        var began = Stopwatch.GetTimestamp();
        work();
        var each = Stopwatch.GetElapsedTime(began) / count;
        Console.WriteLine(FormattableString.Invariant($"{what}\t{unit}\t{(unit == "ms" ? each.TotalMilliseconds : each.TotalMicroseconds):F1}"));
    }
}
