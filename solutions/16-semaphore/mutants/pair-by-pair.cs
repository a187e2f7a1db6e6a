// expect: wrong verdict=violation check=own-process line=13
using ExerciseKit.Multiprocessing;

public static class Restroom
{
    public static void Run(int stalls, string[] users)
    {
        var free = new ProcessSemaphore(stalls);
        foreach (var group in users.Chunk(stalls))
        {
            var visitors = group.Select(user => ChildProcess.Create(Visit, user, free)).ToList();
            visitors.ForEach(visitor => visitor.Start());
            visitors.ForEach(visitor => visitor.Join());
        }
    }

    private static void Visit(string user, ProcessSemaphore free)
    {
        using (free.EnterScope())
        {
            Console.WriteLine($"{user} enters");
            Thread.Sleep(TimeSpan.FromMilliseconds(100));
            Console.WriteLine($"{user} leaves");
        }
    }
}
