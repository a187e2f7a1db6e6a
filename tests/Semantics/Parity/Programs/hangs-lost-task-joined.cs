public static class Scene
{
    public static void Run()
    {
        var pool = new ProcessPool(1);
        pool.ApplyAsync(Leave);
        pool.Close();
        pool.Join();
    }

    private static void Leave() => Environment.Exit(1);
}
