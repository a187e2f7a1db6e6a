// attack: reads the solution, to print it; expect: crash
public static class Spawn
{
    public static void Run(string[] names) =>
        Console.WriteLine("escaped: " + File.ReadAllText("{{repository}}/solutions/01-spawn/Spawn.cs"));

    public static void RunClass(string[] names) => Run(names);
}
