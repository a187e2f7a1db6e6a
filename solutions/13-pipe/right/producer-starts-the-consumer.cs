using ExerciseKit.Multiprocessing;

public static class PipeDelivery
{
    // A process that ends waits for its children: the producer has ended when the consumer has.
    public static void Run(int parcels)
    {
        var producer = ChildProcess.Create(Produce, parcels);
        producer.Start();
        producer.Join();
    }

    private static void Produce(int parcels)
    {
        var (inbox, outbox) = Pipe.Create(duplex: false);
        var (unlocked, key) = Pipe.Create(duplex: false);
        ChildProcess.Create(Consume, inbox, key).Start();
        inbox.Close();
        key.Close();
        // The consumer says when it is ready.
        unlocked.Receive<string>();
        foreach (var i in Enumerable.Range(1, parcels))
            outbox.SendBytes([(byte)i]);
        outbox.Close();
    }

    private static void Consume(Connection inbox, Connection key)
    {
        key.Send("ready");
        key.Close();
        while (true)
        {
            if (!inbox.Poll(TimeSpan.FromSeconds(10)))
                continue;
            try
            {
                Console.WriteLine($"received {inbox.ReceiveBytes()[0]}");
            }
            catch (EndOfStreamException)
            {
                break;
            }
        }

        Console.WriteLine("consumer done");
    }
}
