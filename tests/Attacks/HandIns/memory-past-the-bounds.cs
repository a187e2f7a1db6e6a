// slow attack: writes past the bounds of an array with a vector, which needs no unsafe code; expect: policy
using System.Numerics;

public static class Spawn
{
    public static void Run(string[] names)
    {
        var numbers = new int[1];
        for (nuint i = 0; ; i += 64)
            Vector.StoreUnsafe(new Vector<int>(-1), ref numbers[0], i);
    }

    public static void RunClass(string[] names) => Run(names);
}
