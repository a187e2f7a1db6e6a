// slow attack: a Main of its own, which could run in the program's place; expect: violation
public static class Spawn
{
    public static int Main(string[] names)
    {
        Environment.Exit(0);
        return 0;
    }

    public static void Run(string[] names)
    {
    }

    public static void RunClass(string[] names) => Run(names);
}
