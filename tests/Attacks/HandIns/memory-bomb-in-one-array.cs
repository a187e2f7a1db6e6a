// attack: a memory bomb, one large array; expect: limit
public static class Spawn
{
    public static void Run(string[] names) => Console.WriteLine(new long[int.MaxValue / 16].Length);

    public static void RunClass(string[] names) => Run(names);
}
