// attack: an output flood, many lines; expect: limit
public static class Spawn
{
    public static void Run(string[] names)
    {
        while (true)
            Console.WriteLine(new string('x', 1000));
    }

    public static void RunClass(string[] names) => Run(names);
}
