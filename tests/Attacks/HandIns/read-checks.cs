// attack: reads the checks through a stream; expect: crash
public static class Spawn
{
    public static void Run(string[] names)
    {
        using var reader = new StreamReader("{{repository}}/exercises/01-spawn/checks/SpawnChecks.cs");
        Console.WriteLine("escaped: " + reader.ReadToEnd());
    }

    public static void RunClass(string[] names) => Run(names);
}
