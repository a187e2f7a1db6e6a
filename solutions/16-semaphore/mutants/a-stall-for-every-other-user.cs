// expect: wrong verdict=violation check=all-stalls line=9,11,18
using ExerciseKit.Multiprocessing;

public static class Restroom
{
    public static void Run(int stalls, string[] users)
    {
        // One lock a stall, and who comes gets the next one's: it may be taken while another stands open.
        var locks = Enumerable.Range(0, stalls).Select(_ => new ProcessLock()).ToList();
        var next = 0;
        var visits = users.Select(user => ChildProcess.Create(Visit, user, locks[next++ % stalls])).ToList();
        visits.ForEach(visit => visit.Start());
        visits.ForEach(visit => visit.Join());
    }

    private static void Visit(string user, ProcessLock stall)
    {
        stall.Acquire();
        Console.WriteLine($"{user} enters");
        Thread.Sleep(1000);
        Console.WriteLine($"{user} leaves");
        stall.Release();
    }
}
