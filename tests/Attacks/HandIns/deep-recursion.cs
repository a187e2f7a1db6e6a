// attack: a stack overflow, which no handler can catch; expect: crash
public static class Spawn
{
    public static void Run(string[] names)
    {
        try
        {
            Run(names);
            Console.WriteLine(names.Length);
        }
        catch
        {
            Run(names);
        }
    }

    public static void RunClass(string[] names) => Run(names);
}
