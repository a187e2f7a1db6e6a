public static class Spawn
{
    public static void Run(List<string> names) => Console.WriteLine(names.Count);

    private static int RunClass(string[] names) => names.Length;
}
