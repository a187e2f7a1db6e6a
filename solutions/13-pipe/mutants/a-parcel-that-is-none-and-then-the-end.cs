// expect: wrong verdict=violation check=end-of-stream line=23,29
using ExerciseKit.Multiprocessing;

public static class PipeDelivery
{
    public static void Run(int parcels)
    {
        var (left, right) = Pipe.Create(duplex: false);
        var consumer = ChildProcess.Create(Consume, left);
        var producer = ChildProcess.Create(Produce, right, parcels);
        consumer.Start();
        producer.Start();
        left.Close();
        right.Close();
        producer.Join();
        consumer.Join();
    }

    private static void Produce(Connection right, int parcels)
    {
        for (var i = 1; i <= parcels; i++)
            right.Send(i);
        right.Send(0);
        right.Close();
    }

    private static void Consume(Connection left)
    {
        while (left.Receive<int>() is var parcel and not 0)
            Console.WriteLine($"received {parcel}");
        if (!left.TryReceive<int>(out _))
            Console.WriteLine("consumer done");
    }
}
