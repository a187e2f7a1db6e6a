// slow attack: an exception with a message of megabytes, for the result; expect: crash
public static class Spawn
{
    public static void Run(string[] names) => throw new InvalidOperationException(new string('x', 10 << 20));

    public static void RunClass(string[] names) => Run(names);
}
