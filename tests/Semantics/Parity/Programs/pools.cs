public static class Scene
{
    private static int begun;

    public static void Run()
    {
        Show("pool of no workers", Attempt(() => new ProcessPool(0)));
        using (var pool = new ProcessPool(2))
        {
            Show("map keeps the order", string.Join(' ', pool.Map(Square, [3, 1, 2])));
            Show("map of nothing", pool.Map(Square, new int[0]).Length);
            Show("exception of a task", Attempt(() => pool.Apply(Fail, 1)));
            Show("workers are daemons", pool.Apply(IsDaemon));
            Show("map that is not waited for", string.Join(' ', pool.MapAsync(Square, [4, 5]).Get()));
        }

        var seen = "";
        var closed = new ProcessPool(1);
        Show("joining an open pool", Attempt(closed.Join));
        closed.ApplyAsync(Square, 6, square => seen += square);
        closed.Close();
        Show("task after close", Attempt(() => closed.ApplyAsync(Square, 7)));
        closed.Join();
        Show("callback has run when join returns", seen);

        using (var slow = new ProcessPool(1))
        {
            var nap = slow.ApplyAsync(Nap, 1000);
            Show("result that is not there in time", Attempt(() => nap.Get(TimeSpan.FromMilliseconds(50))));
            Show("asked too early whether it succeeded", Attempt(() => _ = nap.IsSuccessful));
        }

        using (var begins = ProcessPool.Create(1, Begin, 10))
        {
            Show("initializer before the first task", begins.Apply(Begun));
            Show("initializer once for two tasks", begins.Apply(Begun));
            var lost = begins.ApplyAsync(Leave, 3);
            Show("task after a worker has ended", begins.Apply(Square, 8));
            Show("lost task is ready", lost.IsReady);
            Show("lost task comes in time", lost.Wait(TimeSpan.FromMilliseconds(100)));
            Show("initializer in the worker that replaces it", begins.Apply(Begun));
            Show("workers then", CurrentProcess.ActiveChildren.Count);
        }
    }

    private static int Square(int n) => n * n;
    private static int Fail(int n) => throw new ArgumentException("on purpose");
    private static bool IsDaemon() => CurrentProcess.IsDaemon;
    private static void Begin(int by) => begun += by;
    private static int Begun() => begun;

    private static int Nap(int milliseconds)
    {
        Thread.Sleep(milliseconds);
        return 1;
    }

    private static int Leave(int code)
    {
        Environment.Exit(code);
        return code;
    }

    private static string Attempt(Action action)
    {
        try { action(); return "fine"; }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or TimeoutException) { return "error"; }
    }

    private static void Show(string label, object? outcome) => Console.WriteLine($"{label}: {outcome}");
}
