using ExerciseKit.Multiprocessing;

/// <summary>A queue in an array. Who takes looks whether there is something before it locks, and takes afterwards.</summary>
public static class TakeQueue
{
    public static void Run(int items, int takers)
    {
        var gate = new ProcessLock();
        Shared.RunAll([
            ChildProcess.Create(Fill, gate, items),
            .. Enumerable.Range(0, takers).Select(_ => ChildProcess.Create(Take, gate))]);
    }

    private static void Fill(ProcessLock gate, int items)
    {
        for (var item = 1; item <= items; item++)
        {
            using (gate.EnterScope())
            {
                Shared.Write($"slot{item}", item);
                Shared.Write("tail", item);
            }
        }
    }

    private static void Take(ProcessLock gate)
    {
        if (Shared.Read("head") == Shared.Read("tail"))
            return;
        using (gate.EnterScope())
        {
            var head = Shared.Read("head") + 1;
            Console.WriteLine($"took {(File.Exists($"slot{head}") ? Shared.Read($"slot{head}") : "nothing")}");
            Shared.Write("head", head);
        }
    }
}
