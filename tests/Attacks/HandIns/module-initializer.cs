// attack: runs before anything else does; expect: policy
using System.Runtime.CompilerServices;

public static class Spawn
{
    [ModuleInitializer]
    public static void Begin() => Environment.Exit(0);

    public static void Run(string[] names)
    {
    }

    public static void RunClass(string[] names) => Run(names);
}
