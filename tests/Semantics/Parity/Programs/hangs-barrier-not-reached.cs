public static class Scene
{
    public static void Run() => new ProcessBarrier(2).SignalAndWait();
}
