// expect: wrong verdict=violation check=entries line=22
using ExerciseKit.Multiprocessing;

public static class Ledger
{
    public static void Run(string[] clerks)
    {
        var writers = new List<ChildProcess>();
        foreach (var clerk in clerks)
        {
            var writer = ChildProcess.Create(Enter, clerk, writers.Count);
            writer.Start();
            writers.Add(writer);
        }

        foreach (var writer in writers)
            writer.Join();
    }

    private static void Enter(string clerk, int place)
    {
        Thread.Sleep(place * 100);
        Console.WriteLine($"{clerk} begins");
        Write(clerk);
        Console.WriteLine($"{clerk} ends");
    }

    private static void Write(string clerk)
    {
        Console.WriteLine($"{clerk} writes");
    }
}
