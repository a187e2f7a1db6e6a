// slow attack: an exception with a stack of thousands of frames, for the result; expect: crash
public static class Spawn
{
    public static void Run(string[] names) => Sink(5_000);

    public static void RunClass(string[] names) => Run(names);

    private static int Sink(int depth) => depth == 0 ? throw new InvalidOperationException("from the depths") : Sink(depth - 1) + 1;
}
