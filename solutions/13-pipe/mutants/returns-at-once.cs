// expect: wrong verdict=violation check=end-of-stream line=16
// The children are waited for by nobody but the end of the whole program.
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
        // The children have copies of their own. With this one of the sending end open the stream would never end.
        left.Close();
        right.Close();
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
