using ExerciseKit.Multiprocessing;

/// <summary>A stack in an array. Who pushes raises the top under the lock, and stores the item only after it.</summary>
public static class PushStack
{
    public static void Run(int items)
    {
        var gate = new ProcessLock();
        Shared.RunAll(
            ChildProcess.Create(Push, gate, items),
            ChildProcess.Create(Pop, gate, items));
    }

    private static void Push(ProcessLock gate, int items)
    {
        for (var item = 1; item <= items; item++)
        {
            int top;
            using (gate.EnterScope())
            {
                top = Shared.Read("top") + 1;
                Shared.Write("top", top);
            }

            Shared.Write($"slot{top}", item);
        }
    }

    private static void Pop(ProcessLock gate, int attempts)
    {
        for (var i = 0; i < attempts; i++)
        {
            using (gate.EnterScope())
            {
                var top = Shared.Read("top");
                if (top == 0)
                    continue;
                var item = Shared.Read($"slot{top}");
                if (item == 0)
                    throw new InvalidOperationException($"Slot {top} was popped before anything was stored in it.");
                Console.WriteLine($"took {item}");
                Shared.Write($"slot{top}", 0);
                Shared.Write("top", top - 1);
            }
        }
    }
}
