using ExerciseKit.Multiprocessing;

/// <summary>One process gives a number, another takes it. Who takes waits for the signal without asking whether the number is there already.</summary>
public static class Sync01
{
    public static void Run()
    {
        var given = new ProcessCondition();
        Shared.RunAll(ChildProcess.Create(Give, given), ChildProcess.Create(Take, given));
    }

    private static void Give(ProcessCondition given)
    {
        using var held = given.EnterScope();
        Shared.Write("number", 1);
        given.Notify();
    }

    private static void Take(ProcessCondition given)
    {
        using var held = given.EnterScope();
        given.Wait();
        Console.WriteLine($"took {Shared.Read("number")}");
        Shared.Write("number", 0);
    }
}
