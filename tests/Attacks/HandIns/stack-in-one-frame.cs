// slow attack: overflows the stack in one frame, past every look at what is left; expect: crash
using System.Runtime.CompilerServices;

public static class Spawn
{
    public static void Run(string[] names) => Fill(names);

    public static void RunClass(string[] names) => Run(names);

    private static void Fill(string[] names)
    {
        var large = new Large();
        for (var i = 0; i < names.Length; i++)
            large[i] = i;
        Console.WriteLine(large[names.Length]);
    }

    [InlineArray(2_000_000)]
    private struct Large
    {
        private long first;
    }
}
