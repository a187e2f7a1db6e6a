using ExerciseKit.Multiprocessing;

/// <summary>One process gives a number, another takes it. Who takes waits only as long as the number is not there.</summary>
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
        while (Shared.Read("number") == 0)
            given.Wait();
        Console.WriteLine($"took {Shared.Read("number")}");
        Shared.Write("number", 0);
    }
}
