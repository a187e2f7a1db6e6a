// attack: throws in a static constructor; expect: crash
public static class Spawn
{
    private static readonly int Number = int.Parse("none");

    public static void Run(string[] names) => Console.WriteLine(Number);

    public static void RunClass(string[] names) => Run(names);
}
