// expect: wrong verdict=violation check=streams line=13,14
using ExerciseKit.Multiprocessing;

public static class PipeDelivery
{
    public static void Run(int parcels)
    {
        var (left, right) = Pipe.Create(duplex: false);
        var consumer = ChildProcess.Create(Consume, left);
        var producer = ChildProcess.Create(Produce, right, parcels);
        producer.Start();
        right.Close();
        producer.Join();
        consumer.Start();
        left.Close();
        consumer.Join();
    }

    private static void Produce(Connection right, int parcels)
    {
        for (var i = 1; i <= parcels; i++)
            right.Send(i);
        right.Close();
    }

    private static void Consume(Connection left)
    {
        while (left.TryReceive<int>(out var parcel))
            Console.WriteLine($"received {parcel}");
        Console.WriteLine("consumer done");
    }
}
