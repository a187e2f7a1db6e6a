public static class Scene
{
    public static void Run()
    {
        var barrier = new ProcessBarrier(2);
        Show("nobody waits at a new barrier", barrier.WaitingCount);
        Show("barrier that not all reach in time", Attempt(() => barrier.SignalAndWait(TimeSpan.FromMilliseconds(50))));
        Show("barrier is broken then", barrier.IsBroken);
        Show("who waits at a broken barrier", barrier.WaitingCount);
        Show("coming to a broken barrier", Attempt(barrier.SignalAndWait));
        barrier.Reset();
        Show("barrier is broken after a reset", barrier.IsBroken);
        var partner = ChildProcess.Create(Meet, barrier, "meeting after a reset");
        partner.Start();
        barrier.SignalAndWait();
        partner.Join();
        BreakWith(barrier, barrier.Abort, "waiting while another aborts");
        Show("barrier is broken after that abort", barrier.IsBroken);
        barrier.Reset();
        BreakWith(barrier, barrier.Reset, "waiting while another resets");
        Show("barrier is broken after that reset", barrier.IsBroken);
        barrier.Abort();
        Show("coming after an abort", Attempt(barrier.SignalAndWait));
    }

    private static void BreakWith(ProcessBarrier barrier, Action act, string label)
    {
        var child = ChildProcess.Create(Meet, barrier, label);
        child.Start();
        while (barrier.WaitingCount == 0)
            Thread.Sleep(10);
        act();
        child.Join();
    }

    private static void Meet(ProcessBarrier barrier, string label) => Show(label, Attempt(barrier.SignalAndWait));

    private static string Attempt(Action action)
    {
        try { action(); return "fine"; }
        catch (BrokenBarrierException) { return "error"; }
    }

    private static void Show(string label, object? outcome) => Console.WriteLine($"{label}: {outcome}");
}
