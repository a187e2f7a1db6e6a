using ExerciseKit.Multiprocessing;

/// <summary>Two classes of work exclude each other: the first of a class takes the room, the last gives it back. Each counter has a lock of its own.</summary>
public static class Carter01
{
    public static void Run()
    {
        var room = new ProcessLock();
        Shared.RunAll(
            ChildProcess.Create(Work, "a", new ProcessLock(), room),
            ChildProcess.Create(Work, "b", new ProcessLock(), room));
    }

    private static void Work(string kind, ProcessLock counting, ProcessLock room)
    {
        using (counting.EnterScope())
        {
            Shared.Add(kind, 1);
            if (Shared.Read(kind) == 1)
                room.Acquire();
        }

        using (counting.EnterScope())
        {
            Shared.Add(kind, -1);
            if (Shared.Read(kind) == 0)
                room.Release();
        }
    }
}
