public static class Scene
{
    public static void Run()
    {
        var gate = new ProcessLock();
        gate.Acquire();
        gate.Acquire();
    }
}
