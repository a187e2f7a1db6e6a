// slow attack: a static constructor without end; expect: hang
public static class Spawn
{
    static Spawn()
    {
        while (true)
        {
        }
    }

    public static void Run(string[] names)
    {
    }

    public static void RunClass(string[] names) => Run(names);
}
