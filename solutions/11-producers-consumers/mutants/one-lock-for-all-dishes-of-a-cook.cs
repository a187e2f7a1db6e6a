// expect: wrong verdict=violation check=side-by-side line=20
using ExerciseKit.Multiprocessing;

public static class Kitchen
{
    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var table = new ProcessQueue<string?>();
        var stove = new ProcessLock();
        var c = cooks.Select(c => ChildProcess.Create(Cook, c, dishes, table, stove)).ToArray();
        var g = guests.Select(g => ChildProcess.Create(Guest, g, table)).ToArray();
        foreach (var p in c.Concat(g)) p.Start();
        foreach (var p in c) p.Join();
        foreach (var _ in g) table.Put(null);
        foreach (var p in g) p.Join();
    }

    static void Cook(string name, int dishes, ProcessQueue<string?> table, ProcessLock stove)
    {
        using (stove.EnterScope())
            for (var i = 1; i <= dishes; i++)
            {
                Console.WriteLine($"{name} made {name}-{i}");
                table.Put($"{name}-{i}");
            }
    }

    static void Guest(string name, ProcessQueue<string?> table)
    {
        while (table.Get() is { } dish) Console.WriteLine($"{name} ate {dish}");
    }
}
