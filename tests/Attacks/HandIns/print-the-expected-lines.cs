// slow attack: prints what children should have printed; expect: violation
public static class Spawn
{
    public static void Run(string[] names)
    {
        Console.WriteLine("main");
        foreach (var name in names)
            Console.WriteLine($"{name} is running");
        Thread.Sleep(TimeSpan.FromSeconds(3));
        foreach (var name in names)
            Console.WriteLine($"{name} is over");
    }

    public static void RunClass(string[] names) => Run(names);
}
