public static class Spawn
{
    public static void Run(string[] names) => Thread.Sleep(Timeout.Infinite);

    public static void RunClass(string[] names)
    {
        while (true)
            Thread.Sleep(1);
    }
}
