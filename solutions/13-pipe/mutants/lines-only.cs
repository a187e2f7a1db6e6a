// expect: wrong verdict=violation check=in-order line=8,16
using ExerciseKit.Multiprocessing;

public static class PipeDelivery
{
    public static void Run(int parcels)
    {
        var consumer = ChildProcess.Create(Consume, parcels);
        consumer.Start();
        consumer.Join();
    }

    private static void Consume(int parcels)
    {
        for (var i = 1; i <= parcels; i++)
            Console.WriteLine($"received {i}");
        Console.WriteLine("consumer done");
    }
}
