using ExerciseKit.Multiprocessing;

/// <summary>A number is set under one lock, which is held until what follows from it is set under another.</summary>
public static class TwoStage
{
    public static void Run(int writers)
    {
        var first = new ProcessLock();
        var second = new ProcessLock();
        Shared.RunAll([
            .. Enumerable.Range(0, writers).Select(_ => ChildProcess.Create(Write, first, second)),
            ChildProcess.Create(Read, first, second)]);
    }

    private static void Write(ProcessLock first, ProcessLock second)
    {
        using (first.EnterScope())
        {
            Shared.Write("number", 1);
            using (second.EnterScope())
                Shared.Write("next", Shared.Read("number") + 1);
        }
    }

    private static void Read(ProcessLock first, ProcessLock second)
    {
        int number;
        using (first.EnterScope())
            number = Shared.Read("number");
        if (number == 0)
            return;
        using (second.EnterScope())
        {
            if (Shared.Read("next") != number + 1)
                throw new InvalidOperationException("The second stage was read before it was written.");
        }
    }
}
