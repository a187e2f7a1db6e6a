using ExerciseKit.Multiprocessing;

/// <summary>Two classes of work exclude each other: the first of a class takes the room, the last gives it back. One lock guards both counters, and is held while waiting for the room.</summary>
public static class Carter01
{
    public static void Run()
    {
        var counting = new ProcessLock();
        var room = new ProcessLock();
        Shared.RunAll(
            ChildProcess.Create(Work, "a", counting, room),
            ChildProcess.Create(Work, "b", counting, room));
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
