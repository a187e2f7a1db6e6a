using ExerciseKit.Multiprocessing;

public static class PipeDelivery
{
    // Beside the task: a child that writes the log. What the others send it goes through a pipe of its own, some of it before any parcel.
    public static void Run(int parcels)
    {
        var (entries, log) = Pipe.Create(duplex: false);
        var (left, right) = Pipe.Create(duplex: false);
        var writer = ChildProcess.Create(Write, entries);
        var consumer = ChildProcess.Create(Consume, left, log);
        writer.Start();
        entries.Close();
        consumer.Start();
        left.Close();

        foreach (var entry in new[] { "the parent produces", "the consumer is started" })
            log.Send(entry);
        for (var i = 1; i <= parcels; i++)
            right.Send(new Parcel(i));
        right.Close();
        log.Send("all is sent");
        log.Close();
        consumer.Join();
        writer.Join();
    }

    private static void Consume(Connection left, Connection log)
    {
        log.Send("the consumer begins");
        while (left.TryReceive<Parcel>(out var parcel))
            Console.WriteLine($"received {parcel.Number}");
        log.Send("the stream has ended");
        log.Close();
        Console.WriteLine("consumer done");
    }

    private static void Write(Connection entries)
    {
        while (entries.TryReceive<string>(out var entry))
            Console.WriteLine($"log: {entry}");
        Console.WriteLine("log done");
    }

    private sealed record Parcel(int Number);
}
