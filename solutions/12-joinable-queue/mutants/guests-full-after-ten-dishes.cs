// expect: wrong verdict=deadlock check=every-dish-once line=33,35
using ExerciseKit.Multiprocessing;

public static class JoinableKitchen
{
    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var table = new JoinableQueue<string>();
        foreach (var g in guests)
        {
            var p = ChildProcess.Create(Guest, g, table);
            p.IsDaemon = true;
            p.Start();
        }
        var crew = cooks.Select(c => ChildProcess.Create(Cook, c, dishes, table)).ToArray();
        foreach (var c in crew) c.Start();
        foreach (var c in crew) c.Join();
        table.Join();
        Console.WriteLine("all served");
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
        for (var eaten = 0; eaten < 10; eaten++)
        {
            Console.WriteLine($"{name} ate {table.Get()}");
            table.TaskDone();
        }
    }
}
