using ExerciseKit.Multiprocessing;

/// <summary>One process gives the numbers of a progression, one at a time, another adds them up. Who gives asks whether there is room before it has the lock, and sleeps by what may be over.</summary>
public static class ArithmeticProg
{
    public static void Run(int count)
    {
        var gate = new ProcessLock();
        var given = new ProcessCondition(gate);
        var taken = new ProcessCondition(gate);
        Shared.RunAll(ChildProcess.Create(Give, given, taken, count), ChildProcess.Create(Add, given, taken, count));
    }

    private static void Give(ProcessCondition given, ProcessCondition taken, int count)
    {
        for (var number = 1; number <= count; number++)
        {
            var isFull = Shared.Read("number") > 0;
            using var held = taken.EnterScope();
            if (isFull)
                taken.Wait();
            Shared.Write("number", number);
            given.Notify();
        }
    }

    private static void Add(ProcessCondition given, ProcessCondition taken, int count)
    {
        for (var i = 0; i < count; i++)
        {
            using var held = given.EnterScope();
            while (Shared.Read("number") == 0)
                given.Wait();
            Shared.Add("total", Shared.Read("number"));
            Shared.Write("number", 0);
            taken.Notify();
        }
    }
}
