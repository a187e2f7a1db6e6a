// expect: wrong verdict=violation check=every-dish-once line=34
using ExerciseKit.Multiprocessing;

public static class Kitchen
{
    private const string Marker = "stop";

    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var table = new ProcessQueue<string>();
        var eating = Array.ConvertAll(guests, guest => ChildProcess.Create(Eat, guest, table));
        var cooking = Array.ConvertAll(cooks, cook => ChildProcess.Create(Make, cook, dishes, table));
        ChildProcess[] all = [.. eating, .. cooking];
        Array.ForEach(all, person => person.Start());
        Array.ForEach(cooking, cook => cook.Join());
        Array.ForEach(guests, _ => table.Put(Marker));
        Array.ForEach(eating, guest => guest.Join());
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
        while (true)
        {
            var next = table.Get();
            if (next[..Math.Min(next.Length, Marker.Length)] == Marker)
                break;
            Console.WriteLine($"{guest} ate {next}");
        }
    }
}
