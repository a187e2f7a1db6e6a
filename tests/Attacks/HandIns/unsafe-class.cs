// attack: writes where it likes with Unsafe; expect: policy
using System.Runtime.CompilerServices;

public static class Spawn
{
    public static void Run(string[] names)
    {
        var number = 1;
        for (var i = 0; ; i++)
            Unsafe.Add(ref number, i) = -1;
    }

    public static void RunClass(string[] names) => Run(names);
}
