// expect: wrong verdict=violation check=guests-stay line=25
using ExerciseKit.Multiprocessing;

public static class JoinableKitchen
{
    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var table = new JoinableQueue<string>();
        var eaters = new List<ChildProcess>();
        foreach (var g in guests)
        {

            var p = ChildProcess.Create(Guest, g, table);
            p.IsDaemon = true;
            p.Start();
            eaters.Add(p);
        }
        var crew = cooks.Select(c => ChildProcess.Create(Cook, c, dishes, table)).ToArray();
        foreach (var c in crew) c.Start();
        foreach (var c in crew) c.Join();
        table.Join();
        Console.WriteLine("all served");
        foreach (var e in eaters)
        {
            e.Terminate();
            e.Join();
        }
    }

    static void Cook(string name, int dishes, JoinableQueue<string> table)
    {
        for (var i = 1; i <= dishes; i++)
        {
            Console.WriteLine($"{name} made {name}-{i}");
            table.Put($"{name}-{i}");
        }
    }

    static void Guest(string name, JoinableQueue<string> table)
    {
        while (true)
        {
            Console.WriteLine($"{name} ate {table.Get()}");
            table.TaskDone();
        }
    }
}
