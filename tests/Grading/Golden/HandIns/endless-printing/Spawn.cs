public static class Spawn
{
    public static void Run(string[] names)
    {
        while (true)
            Console.WriteLine("still here");
    }

    public static void RunClass(string[] names) => Run(names);
}
