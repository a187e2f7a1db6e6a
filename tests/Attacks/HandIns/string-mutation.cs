// slow attack: changes a string that the whole process shares; expect: policy
using System.Runtime.InteropServices;

public static class Spawn
{
    public static void Run(string[] names)
    {
        foreach (ref var letter in MemoryMarshal.AsMemory("violation".AsMemory()).Span)
            letter = 'x';
    }

    public static void RunClass(string[] names) => Run(names);
}
