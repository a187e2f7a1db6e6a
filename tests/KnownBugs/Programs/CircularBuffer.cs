using ExerciseKit.Multiprocessing;

/// <summary>A ring of slots. Who puts does not ask whether it is full, and overwrites what was not taken yet.</summary>
public static class CircularBuffer
{
    public static void Run(int slots, int items)
    {
        var gate = new ProcessLock();
        Shared.RunAll(
            ChildProcess.Create(Produce, gate, slots, items),
            ChildProcess.Create(Consume, gate, slots, items));
    }

    private static void Produce(ProcessLock gate, int slots, int items)
    {
        for (var item = 1; item <= items; item++)
        {
            using (gate.EnterScope())
            {
                Shared.Write($"slot{item % slots}", item);
                Shared.Write("put", item);
            }
        }
    }

    private static void Consume(ProcessLock gate, int slots, int attempts)
    {
        var taken = 0;
        for (var i = 0; i < attempts; i++)
        {
            using (gate.EnterScope())
            {
                if (Shared.Read("put") == taken)
                    continue;
                taken++;
                if (Shared.Read($"slot{taken % slots}") is var item && item != taken)
                    throw new InvalidOperationException($"Item {taken} was overwritten by item {item}.");
                Console.WriteLine($"took {taken}");
            }
        }
    }
}
