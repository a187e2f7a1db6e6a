// expect: wrong verdict=violation check=own-process line=13
using ExerciseKit.Multiprocessing;

public static class Restroom
{
    public static void Run(int stalls, string[] users)
    {
        var permits = new ProcessSemaphore(stalls);
        foreach (var ten in users.Chunk(10))
        {
            var children = ten.Select(u => ChildProcess.Create(Visit, u, permits)).ToArray();
            foreach (var c in children) c.Start();
            foreach (var c in children) c.Join();
        }
    }

    static void Visit(string user, ProcessSemaphore permits)
    {
        using (permits.EnterScope())
        {
            Console.WriteLine($"{user} enters");
            Thread.Sleep(10);
            Console.WriteLine($"{user} leaves");
        }
    }
}
