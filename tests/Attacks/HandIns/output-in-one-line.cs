// slow attack: an output flood, one line without an end; expect: limit
public static class Spawn
{
    public static void Run(string[] names)
    {
        while (true)
            Console.Write(new string('x', 100));
    }

    public static void RunClass(string[] names) => Run(names);
}
