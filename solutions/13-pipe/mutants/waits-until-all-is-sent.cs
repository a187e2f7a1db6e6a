// expect: wrong verdict=violation check=streams line=19,27
using ExerciseKit.Multiprocessing;

public static class PipeDelivery
{
    // The consumer is there in time, and says so; but it begins when the producer tells it that all has been sent.
    public static void Run(int parcels)
    {
        var (left, right) = Pipe.Create(duplex: false);
        var (near, far) = Pipe.Create();
        var consumer = ChildProcess.Create(Consume, left, far);
        consumer.Start();
        left.Close();
        far.Close();
        near.Receive<string>();
        for (var i = 1; i <= parcels; i++)
            right.Send(i);
        right.Close();
        near.Send("go");
        near.Close();
        consumer.Join();
    }

    private static void Consume(Connection left, Connection far)
    {
        far.Send("ready");
        far.Receive<string>();
        far.Close();
        while (left.TryReceive<int>(out var parcel))
            Console.WriteLine($"received {parcel}");
        Console.WriteLine("consumer done");
    }
}
