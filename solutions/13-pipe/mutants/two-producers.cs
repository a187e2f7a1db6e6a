// expect: wrong verdict=violation check=in-order line=10,11,14
using ExerciseKit.Multiprocessing;

public static class PipeDelivery
{
    public static void Run(int parcels)
    {
        var (left, right) = Pipe.Create(duplex: false);
        var consumer = ChildProcess.Create(Consume, left);
        var odd = ChildProcess.Create(Produce, right, 1, parcels);
        var even = ChildProcess.Create(Produce, right, 2, parcels);
        consumer.Start();
        odd.Start();
        even.Start();
        left.Close();
        right.Close();
        odd.Join();
        even.Join();
        consumer.Join();
    }

    private static void Produce(Connection right, int first, int parcels)
    {
        for (var i = first; i <= parcels; i += 2)
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
