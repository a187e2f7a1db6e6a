// attack: fills the disk with one file; expect: limit
public static class Spawn
{
    public static void Run(string[] names)
    {
        while (true)
            File.AppendAllText("kit-attack", new string('x', 10_000));
    }

    public static void RunClass(string[] names) => Run(names);
}
