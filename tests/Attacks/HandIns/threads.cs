// slow attack: threads that nobody counts; expect: policy
public static class Spawn
{
    public static void Run(string[] names)
    {
        while (true)
            new Thread(() => Thread.Sleep(Timeout.Infinite)).Start();
    }

    public static void RunClass(string[] names) => Run(names);
}
