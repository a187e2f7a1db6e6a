// slow attack: a memory bomb outside the objects, where no collector counts; expect: limit
using System.Runtime.InteropServices;

public static class Spawn
{
    public static void Run(string[] names)
    {
        var zeros = new byte[1 << 20];
        for (var i = 0; i < 16_384; i++)
            Marshal.Copy(zeros, 0, Marshal.AllocHGlobal(zeros.Length), zeros.Length);
    }

    public static void RunClass(string[] names) => Run(names);
}
