using ExerciseKit.Multiprocessing;

public static class PipeDelivery
{
    // Each child gets the whole pipe, and closes the end that it does not use.
    public static void Run(int parcels)
    {
        var pipe = Pipe.Create();
        var workers = new[] { ChildProcess.Create(Consume, pipe), ChildProcess.Create(Produce, pipe, parcels) };
        Array.ForEach(workers, worker => worker.Start());
        pipe.Right.Dispose();
        pipe.Left.Dispose();
        Array.ForEach(workers, worker => worker.Join());
    }

    private static void Produce((Connection Left, Connection Right) pipe, int parcels)
    {
        pipe.Left.Close();
        for (var i = 1; i <= parcels; i++)
        {
            Console.WriteLine($"(sends {i})");
            pipe.Right.Send(i);
        }
    }

    private static void Consume((Connection Left, Connection Right) pipe)
    {
        pipe.Right.Close();
        foreach (var parcel in Parcels(pipe.Left))
            Console.WriteLine($"received {parcel}");
        Console.WriteLine("consumer done");
    }

    private static IEnumerable<int> Parcels(Connection source)
    {
        while (source.TryReceive<int>(out var parcel))
            yield return parcel;
    }
}
