using ExerciseKit.Multiprocessing;

public static class PipeDelivery
{
    private const string Note = "delivery-note.txt";

    // Beside the task: the producer writes a delivery note, the consumer counts, and the parent compares.
    public static void Run(int parcels)
    {
        var (left, right) = Pipe.Create(duplex: false);
        var count = new SharedValue<int>(0);
        var children = new[] { ChildProcess.Create(Consume, left, count), ChildProcess.Create(Produce, right, parcels) };
        foreach (var child in children)
            child.Start();
        left.Close();
        right.Close();
        foreach (var child in children)
            child.Join();
        Console.WriteLine($"delivered {File.ReadAllLines(Note).Length} parcels, received {count.Value} of them");
        File.Delete(Note);
    }

    private static void Produce(Connection right, int parcels)
    {
        File.WriteAllText(Note, "");
        for (var i = 1; i <= parcels; i++)
        {
            File.AppendAllText(Note, $"parcel {i}\n");
            right.Send($"parcel {i}");
            Console.WriteLine($"sent {i}");
        }
    }

    private static void Consume(Connection left, SharedValue<int> count)
    {
        var received = 0;
        while (left.TryReceive<string>(out var parcel))
        {
            received++;
            Console.WriteLine($"received {parcel.Split(' ')[1]}");
        }

        count.Value = received;
        Console.WriteLine($"received {received} in all");
        Console.WriteLine("consumer done");
    }
}
