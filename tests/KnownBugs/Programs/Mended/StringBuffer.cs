using ExerciseKit.Multiprocessing;

/// <summary>One buffer is appended to another: its length is asked and its text copied under one hold of its lock.</summary>
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
        using (gate.EnterScope())
        {
            var length = File.ReadAllText("source").Length;
            File.AppendAllText("target", File.ReadAllText("source")[..length]);
        }
    }

    private static void Erase(ProcessLock gate)
    {
        using (gate.EnterScope())
            File.WriteAllText("source", "");
    }
}
