using ExerciseKit.Multiprocessing;

namespace Course.Pipes;

public static class PipeDelivery
{
    public static void Run(int parcels)
    {
        (Connection toReceive, Connection toSend) = Pipe.Create(false);
        Consumer consumer = new Consumer(toReceive);
        consumer.Start();
        toReceive.Close();
        using (toSend)
        {
            foreach (int parcel in Enumerable.Range(1, parcels))
            {
                toSend.Send(new Parcel(parcel, $"parcel {parcel}"));
            }
        }

        consumer.Join();
    }
}

public record Parcel(int Number, string Content);

public class Consumer : ChildProcess
{
    private readonly Connection source;

    public Consumer(Connection source)
    {
        this.source = source;
    }

    protected override void Run()
    {
        try
        {
            while (true)
            {
                Parcel parcel = source.Receive<Parcel>();
                Console.WriteLine("received " + parcel.Number);
            }
        }
        catch (EndOfStreamException)
        {
            Console.WriteLine("consumer done");
        }
        finally
        {
            source.Close();
        }
    }
}
