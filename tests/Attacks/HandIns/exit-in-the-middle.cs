// attack: exits with the code of success before anything is checked; expect: violation
public static class Spawn
{
    public static void Run(string[] names)
    {
        Environment.Exit(0);
        Console.WriteLine("main");
    }

    public static void RunClass(string[] names) => Run(names);
}
