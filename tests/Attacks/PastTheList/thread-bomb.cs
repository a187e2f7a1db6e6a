// attack: threads without number, which go on after the end; expect: limit|violation|crash
public static class Spawn
{
    public static void Run(string[] names)
    {
        for (var i = 0; i < 200; i++)
            new Thread(() => Spin()) { IsBackground = false }.Start();
    }

    public static void RunClass(string[] names) => Run(names);

    private static void Spin()
    {
        for (long i = 0; i < long.MaxValue; i++)
            names += i;
    }

    private static long names;
}
