// expect: wrong verdict=violation check=two-stalls line=6,24
using ExerciseKit.Multiprocessing;

public static class Restroom
{
    private static readonly ProcessSemaphore free = new(2);

    public static void Run(int stalls, string[] users)
    {
        var visitors = new List<ChildProcess>();
        foreach (var user in users)
        {
            var visitor = ChildProcess.Create(Visit, user);
            visitor.Start();
            visitors.Add(visitor);
        }

        foreach (var visitor in visitors)
            visitor.Join();
    }

    private static void Visit(string user)
    {
        using (free.EnterScope())
        {
            Console.WriteLine($"{user} enters");
            Thread.Sleep(TimeSpan.FromMilliseconds(100));
            Console.WriteLine($"{user} leaves");
        }
    }
}
