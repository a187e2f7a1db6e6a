using ExerciseKit.Multiprocessing;

/// <summary>A place for one item, and one condition for both who wait for an item and who wait for room. A signal wakes all of them.</summary>
public static class Sync02
{
    public static void Run(int pairs)
    {
        var changed = new ProcessCondition();
        Shared.RunAll([
            .. Enumerable.Range(0, pairs).Select(_ => ChildProcess.Create(Put, changed)),
            .. Enumerable.Range(0, pairs).Select(_ => ChildProcess.Create(Take, changed))]);
    }

    private static void Put(ProcessCondition changed) => Change(changed, from: 0, to: 1);

    private static void Take(ProcessCondition changed)
    {
        Change(changed, from: 1, to: 0);
        Console.WriteLine("took 1");
    }

    private static void Change(ProcessCondition changed, int from, int to)
    {
        using var held = changed.EnterScope();
        changed.WaitFor(() => Shared.Read("items") == from);
        Shared.Write("items", to);
        changed.NotifyAll();
    }
}
