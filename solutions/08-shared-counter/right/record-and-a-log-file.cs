using System.Numerics;
using ExerciseKit.Multiprocessing;

namespace Course;

public record Account(BigInteger Left, int Served, string? Last = null);

public static class SharedCounter
{
    public static int Run(int workers)
    {
        var account = new SharedValue<Account>(new Account(workers, 0));
        var one = new ProcessSemaphore(1);
        var all = new List<ChildProcess>();
        File.WriteAllText("log.txt", "");
        for (var i = 1; i <= workers; i++)
            all.Add(ChildProcess.Create(Serve, account, one));
        all.ForEach(child => child.Start());
        all.ForEach(child => child.Join());
        var (left, served, _) = account.Value;
        Console.WriteLine($"served {served}, and {File.ReadAllText("log.txt").Length} in the log");
        return (int)left;
    }

    private static void Serve(SharedValue<Account> account, ProcessSemaphore one)
    {
        one.Acquire();
        var before = account.Value;
        account.Value = before with { Left = before.Left - 1, Served = before.Served + 1, Last = "a worker" };
        File.AppendAllText("log.txt", "x");
        one.Release();
    }
}
