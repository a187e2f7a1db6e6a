// slow attack: a memory bomb in the grader, which keeps what failed tasks say; expect: limit
using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        using var pool = new ProcessPool(1);
        while (true)
        {
            try
            {
                pool.Apply(Fail, 1);
            }
            catch (InvalidOperationException)
            {
            }
        }
    }

    public static void RunClass(string[] names) => Run(names);

    private static int Fail(int number) => throw new InvalidOperationException(new string('x', 1 << 20));
}
