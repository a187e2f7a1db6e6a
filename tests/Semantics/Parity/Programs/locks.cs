public static class Scene
{
    public static void Run()
    {
        var gate = new ProcessLock();
        gate.Acquire();
        Show("lock taken twice without waiting", gate.TryAcquire());
        Show("lock taken twice with patience", gate.TryAcquire(TimeSpan.FromMilliseconds(50)));
        End(ChildProcess.Create(ReleaseLock, gate));
        Show("lock released twice", Attempt(gate.Release));
        End(ChildProcess.Create(TakeAndDie, gate));
        Show("lock of a dead process is free", gate.TryAcquire());

        var again = new ProcessReentrantLock();
        again.Acquire();
        Show("reentrant lock taken twice", again.TryAcquire());
        End(ChildProcess.Create(ReleaseReentrant, again));
        again.Release();
        End(ChildProcess.Create(TakeReentrant, again, "reentrant lock released once of twice is free"));
        again.Release();
        End(ChildProcess.Create(TakeReentrant, again, "reentrant lock released twice is free"));
        Show("reentrant lock released once too often", Attempt(again.Release));

        var permits = new ProcessSemaphore(1);
        permits.Acquire();
        Show("semaphore without a permit", permits.TryAcquire());
        permits.Release();
        permits.Release();
        Show("plain semaphore grows", permits.TryAcquire() && permits.TryAcquire());
        Show("bounded semaphore released once too often", Attempt(new ProcessSemaphore(1, 1).Release));
    }

    private static void End(ChildProcess child)
    {
        child.Start();
        child.Join();
    }

    private static void ReleaseLock(ProcessLock gate) => Show("lock released by another process", Attempt(gate.Release));
    private static void TakeAndDie(ProcessLock gate) => Show("lock free after that", gate.TryAcquire());
    private static void ReleaseReentrant(ProcessReentrantLock gate) => Show("reentrant lock released by another process", Attempt(gate.Release));

    private static void TakeReentrant(ProcessReentrantLock gate, string label)
    {
        var isFree = gate.TryAcquire();
        Show(label, isFree);
        if (isFree)
            gate.Release();
    }

    private static string Attempt(Action action)
    {
        try { action(); return "fine"; }
        catch (InvalidOperationException) { return "error"; }
        catch (SemaphoreFullException) { return "error"; }
    }

    private static void Show(string label, object? outcome) => Console.WriteLine($"{label}: {outcome}");
}
