// expect: wrong verdict=crash check=end-of-stream line=29
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
        right.Close();
    }

    private static void Consume(Connection left)
    {
        while (true)
            Console.WriteLine($"received {left.Receive<int>()}");
    }
}
