// attack: reads another student's file; expect: crash
public static class Spawn
{
    public static void Run(string[] names) => Console.WriteLine(File.ReadAllText("{{other}}"));

    public static void RunClass(string[] names) => Run(names);
}
