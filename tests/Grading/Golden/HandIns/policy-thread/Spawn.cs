public static class Spawn
{
    public static void Run(string[] names)
    {
        foreach (var name in names)
        {
            var thread = new Thread(() => Console.WriteLine($"{name} is running"));
            thread.Start();
        }
    }

    public static void RunClass(string[] names) => Run(names);
}
