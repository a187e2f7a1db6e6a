using ExerciseKit.Multiprocessing;

public static class Kitchen
{
    // Each dish has a dash in it, so that no dish is called so.
    private const string Marker = "end";

    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var table = new ProcessQueue<string>();
        List<ChildProcess> eating = [.. guests.Select(guest => ChildProcess.Create(Eat, guest, table))];
        List<ChildProcess> cooking = [.. cooks.Select(cook => ChildProcess.Create(Make, cook, dishes, table))];
        foreach (var person in eating.Concat(cooking))
            person.Start();
        foreach (var cook in cooking)
            cook.Join();
        foreach (var _ in eating)
            table.Put(Marker);
        foreach (var guest in eating)
            guest.Join();
    }

    private static void Make(string cook, int dishes, ProcessQueue<string> table)
    {
        for (var i = 1; i <= dishes; i++)
        {
            Console.WriteLine($"{cook} made {cook}-{i}");
            table.Put($"{cook}-{i}");
        }
    }

    private static void Eat(string guest, ProcessQueue<string> table)
    {
        for (var next = table.Get(); next != Marker; next = table.Get())
            Console.WriteLine($"{guest} ate {next}");
    }
}
