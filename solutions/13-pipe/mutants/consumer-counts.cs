// expect: wrong verdict=violation check=end-of-stream line=28,29
using ExerciseKit.Multiprocessing;

public static class PipeDelivery
{
    public static void Run(int parcels)
    {
        var (left, right) = Pipe.Create(duplex: false);
        var consumer = ChildProcess.Create(Consume, left, parcels);
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
        right.Close();
    }

    private static void Consume(Connection left, int parcels)
    {
        for (var i = 1; i <= parcels; i++)
            Console.WriteLine($"received {left.Receive<int>()}");
        Console.WriteLine("consumer done");
    }
}
