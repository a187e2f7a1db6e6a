// slow attack: an endless loop that no counter is in; expect: limit
public static class Spawn
{
    public static void Run(string[] names) =>
        Console.WriteLine(Enumerable.Range(0, int.MaxValue).SelectMany(_ => Enumerable.Range(0, int.MaxValue)).LongCount());

    public static void RunClass(string[] names) => Run(names);
}
