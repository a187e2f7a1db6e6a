// slow attack: threads without number, which wait on after the end; expect: violation
public static class Spawn
{
    public static void Run(string[] names)
    {
        for (var i = 0; i < 500; i++)
            new Thread(new SemaphoreSlim(0).Wait).Start();
    }

    public static void RunClass(string[] names) => Run(names);
}
