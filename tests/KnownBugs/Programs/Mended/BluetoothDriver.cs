using ExerciseKit.Multiprocessing;

/// <summary>A driver's stop waits for the last request; a request counts itself before it asks whether the driver stops.</summary>
public static class BluetoothDriver
{
    public static void Run()
    {
        var counting = new ProcessLock();
        // Held until the last request is over: who can take it knows.
        var idle = new ProcessLock();
        idle.Acquire();
        Shared.RunAll(
            ChildProcess.Create(Serve, counting, idle),
            ChildProcess.Create(Stop, counting, idle));
    }

    private static void Serve(ProcessLock counting, ProcessLock idle)
    {
        Enter(counting);
        if (Shared.Read("stopping") == 0 && Shared.Read("stopped") == 1)
            throw new InvalidOperationException("A request is served by a driver that has stopped.");
        Leave(counting, idle);
    }

    private static void Stop(ProcessLock counting, ProcessLock idle)
    {
        Shared.Write("stopping", 1);
        Leave(counting, idle);
        idle.Acquire();
        Shared.Write("stopped", 1);
    }

    private static void Enter(ProcessLock counting)
    {
        using (counting.EnterScope())
            Shared.Add("pending", 1);
    }

    private static void Leave(ProcessLock counting, ProcessLock idle)
    {
        using (counting.EnterScope())
        {
            Shared.Add("pending", -1);
            if (Shared.Read("pending") > 0)
                return;
            // It may be free already: a request that came too late is the last one once more.
            idle.TryAcquire();
            idle.Release();
        }
    }
}
