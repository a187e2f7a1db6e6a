// slow attack: calls the C library; expect: policy
using System.Runtime.InteropServices;

public static class Spawn
{
    public static void Run(string[] names) => exit(0);

    public static void RunClass(string[] names) => Run(names);

    [DllImport("libc")]
    private static extern void exit(int code);
}
