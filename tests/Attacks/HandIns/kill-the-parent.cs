// attack: kills all processes that it can find; expect: policy
using System.Diagnostics;

public static class Spawn
{
    public static void Run(string[] names)
    {
        foreach (var process in Process.GetProcesses())
            process.Kill(entireProcessTree: true);
    }

    public static void RunClass(string[] names) => Run(names);
}
