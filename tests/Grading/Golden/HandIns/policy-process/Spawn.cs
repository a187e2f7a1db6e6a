using System.Diagnostics;

public static class Spawn
{
    public static void Run(string[] names)
    {
        foreach (var name in names)
            Process.Start("echo", $"{name} is running");
    }

    public static void RunClass(string[] names) => Run(names);
}
