using ExerciseKit.Multiprocessing;

/// <summary>One buffer is appended to another: its length is asked under its lock, and its text copied under its lock, but not under one and the same hold of it.</summary>
public static class StringBuffer
{
    public static void Run()
    {
        var gate = new ProcessLock();
        Shared.RunAll(
            ChildProcess.Create(Append, gate),
            ChildProcess.Create(Erase, gate));
    }

    private static void Append(ProcessLock gate)
    {
        int length;
        using (gate.EnterScope())
            length = File.ReadAllText("source").Length;
        using (gate.EnterScope())
            File.AppendAllText("target", File.ReadAllText("source")[..length]);
    }

    private static void Erase(ProcessLock gate)
    {
        using (gate.EnterScope())
            File.WriteAllText("source", "");
    }
}
