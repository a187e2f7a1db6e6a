using ExerciseKit.Multiprocessing;

public static class Join
{
    public static void Run(string[] names, int[] seconds)
    {
        var child = ChildProcess.Create(Work);
        child.Start();
        child.Join();
        Console.WriteLine("main: all over");
    }

    public static string[] StillAlive(string[] names, int[] seconds, int patienceSeconds) => names;

    private static void Work()
    {
        var kept = new List<byte[]>();
        while (true)
        {
            try
            {
                kept.Add(new byte[1 << 20]);
            }
            catch (Exception)
            {
                // Whoever catches everything goes on as if nothing had happened.
            }
        }
    }
}
