public static class Scene
{
    public static void Run()
    {
        var ready = new ProcessEvent();
        Show("event waited for in vain", ready.Wait(TimeSpan.FromMilliseconds(50)));
        ready.Set();
        Show("event that is set", ready.Wait(TimeSpan.FromSeconds(5)));
        Show("event stays set", ready.IsSet);
        ready.Reset();
        Show("event that was reset", ready.Wait(TimeSpan.Zero));

        var changed = new ProcessCondition();
        Show("wait without the lock", Attempt(() => changed.Wait()));
        Show("notify without the lock", Attempt(() => changed.Notify()));
        using (changed.EnterScope())
        {
            Show("condition waited for in vain", changed.Wait(TimeSpan.FromMilliseconds(50)));
            Show("predicate waited for in vain", changed.WaitFor(() => false, TimeSpan.FromMilliseconds(50)));
            Show("predicate that holds", changed.WaitFor(() => true));
        }

        var asleep = new SharedValue<int>(0);
        var woken = new ProcessQueue<int>();
        ChildProcess[] sleepers = [ChildProcess.Create(Sleep, changed, asleep, woken), ChildProcess.Create(Sleep, changed, asleep, woken)];
        foreach (var sleeper in sleepers)
            sleeper.Start();
        // Both count and fall asleep under the lock: who has counted two and holds it finds both asleep.
        while (asleep.Value < 2)
            Thread.Sleep(10);
        using (changed.EnterScope())
            changed.Notify();
        woken.Get();
        Show("one notification wakes another, too", woken.TryGet(out _, TimeSpan.FromMilliseconds(300)));
        using (changed.EnterScope())
            changed.NotifyAll();
        Show("notify all wakes the rest", woken.Get());
        foreach (var sleeper in sleepers)
            sleeper.Join();
    }

    private static void Sleep(ProcessCondition changed, SharedValue<int> asleep, ProcessQueue<int> woken)
    {
        using (changed.EnterScope())
        {
            asleep.Value++;
            changed.Wait();
        }
        woken.Put(1);
    }

    private static string Attempt(Action action)
    {
        try { action(); return "fine"; }
        catch (InvalidOperationException) { return "error"; }
    }

    private static void Show(string label, object? outcome) => Console.WriteLine($"{label}: {outcome}");
}
