public static class Spawner
{
    public static void Run(string[] names) => Console.WriteLine(names.Length);

    public static void RunClass(string[] names) => Run(names);
}
