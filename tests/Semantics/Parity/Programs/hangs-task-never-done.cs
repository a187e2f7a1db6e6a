public static class Scene
{
    public static void Run()
    {
        var jobs = new JoinableQueue<int>();
        jobs.Put(1);
        jobs.Get();
        jobs.Join();
    }
}
