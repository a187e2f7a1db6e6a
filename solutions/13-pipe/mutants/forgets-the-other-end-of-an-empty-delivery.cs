// expect: wrong verdict=violation check=ends-closed line=13,14
using ExerciseKit.Multiprocessing;

public static class PipeDelivery
{
    public static void Run(int parcels)
    {
        var (left, right) = Pipe.Create(duplex: false);
        var consumer = ChildProcess.Create(Consume, left);
        var producer = ChildProcess.Create(Produce, parcels, right);
        producer.Start();
        consumer.Start();
        if (parcels != 0)
            left.Close();
        right.Close();
        producer.Join();
        consumer.Join();
    }

    private static void Produce(int parcels, Connection right)
    {
        for (var parcel = 1; parcel <= parcels; parcel++)
            right.Send(parcel);
    }

    private static void Consume(Connection left)
    {
        while (left.TryReceive<int>(out var parcel))
            Console.WriteLine($"received {parcel}");
        Console.WriteLine("consumer done");
    }
}
