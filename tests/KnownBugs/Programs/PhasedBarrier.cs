using ExerciseKit.Multiprocessing;

/// <summary>Workers go on phase by phase: each reads its neighbour's number of this phase, then writes its own of the next. Nothing keeps the fast from reading the next phase's number before the slow have written it.</summary>
public static class PhasedBarrier
{
    public static void Run(int workers, int phases)
    {
        var barrier = new ProcessBarrier(workers);
        Shared.RunAll(Enumerable.Range(0, workers).Select(me => ChildProcess.Create(Work, barrier, me, workers, phases)));
    }

    private static void Work(ProcessBarrier barrier, int me, int workers, int phases)
    {
        for (var phase = 0; phase < phases; phase++)
        {
            if (Shared.Read($"cell{(me + 1) % workers}") is var number && number != phase)
                throw new InvalidOperationException($"In phase {phase} the neighbour's number was of phase {number}.");
            barrier.SignalAndWait();
            Shared.Write($"cell{me}", phase + 1);
        }
    }
}
