// expect: wrong verdict=violation check=in-order line=27,28
using ExerciseKit.Multiprocessing;

public static class PipeDelivery
{
    public static void Run(int parcels)
    {
        var (l, r) = Pipe.Create(false);
        var c = ChildProcess.Create(Consume, l);
        var p = ChildProcess.Create(Produce, parcels, r);
        c.Start(); p.Start();
        l.Close(); r.Close();
        p.Join(); c.Join();
    }

    static void Produce(int parcels, Connection r)
    {
        for (var i = 1; i <= parcels; i++) r.Send(i);
        r.Close();
    }

    static void Consume(Connection l)
    {
        string? line = null;
        while (l.TryReceive<int>(out var i))
        {
            if (line is not null) Console.WriteLine(line);
            line = $"received {i}";
        }
        if (line is not null) Console.WriteLine(line);
        Console.WriteLine("consumer done");
    }
}
