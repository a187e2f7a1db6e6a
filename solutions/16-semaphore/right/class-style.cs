using ExerciseKit.Multiprocessing;

namespace Course.Semaphores;

public static class Restroom
{
    public static void Run(int stalls, string[] users)
    {
        ProcessSemaphore semaphore = new ProcessSemaphore(stalls, stalls);
        User[] all = new User[users.Length];
        for (int i = 0; i < users.Length; i++)
        {
            all[i] = new User(users[i], semaphore);
        }

        for (int i = 0; i < users.Length; i++)
        {
            all[i].Start();
        }

        for (int i = 0; i < users.Length; i++)
        {
            all[i].Join();
        }
    }
}

public class User : ChildProcess
{
    private readonly string user;
    private readonly ProcessSemaphore semaphore;

    public User(string user, ProcessSemaphore semaphore)
    {
        this.user = user;
        this.semaphore = semaphore;
    }

    protected override void Run()
    {
        semaphore.Acquire();
        try
        {
            Console.WriteLine(user + " enters");
            Thread.Sleep(100);
            Console.WriteLine(user + " leaves");
        }
        finally
        {
            semaphore.Release();
        }
    }
}
