// expect: wrong verdict=violation check=ends-closed
using ExerciseKit.Multiprocessing;

public static class PipeDelivery
{
    public static void Run(int parcels)
    {
        var (receiver, sender) = Pipe.Create(duplex: false);
        var consumer = ChildProcess.Create(Consume, receiver);
        consumer.Start();
        if (parcels == 0)
        {
            // Nothing to send.
            sender.Close();
            consumer.Join();
            return;
        }

        receiver.Close();
        for (var i = 1; i <= parcels; i++)
            sender.Send(i);
        sender.Close();
        consumer.Join();
    }

    private static void Consume(Connection receiver)
    {
        while (receiver.TryReceive<int>(out var parcel))
            Console.WriteLine($"received {parcel}");
        Console.WriteLine("consumer done");
        receiver.Close();
    }
}
