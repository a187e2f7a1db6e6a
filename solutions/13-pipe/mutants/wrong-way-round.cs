// expect: wrong verdict=crash check=in-order line=9,10,22,28
using ExerciseKit.Multiprocessing;

public static class PipeDelivery
{
    public static void Run(int parcels)
    {
        var (left, right) = Pipe.Create(duplex: false);
        var consumer = ChildProcess.Create(Consume, right);
        var producer = ChildProcess.Create(Produce, left, parcels);
        consumer.Start();
        producer.Start();
        left.Close();
        right.Close();
        producer.Join();
        consumer.Join();
    }

    private static void Produce(Connection left, int parcels)
    {
        for (var i = 1; i <= parcels; i++)
            left.Send(i);
        left.Close();
    }

    private static void Consume(Connection right)
    {
        while (right.TryReceive<int>(out var parcel))
            Console.WriteLine($"received {parcel}");
        Console.WriteLine("consumer done");
    }
}
