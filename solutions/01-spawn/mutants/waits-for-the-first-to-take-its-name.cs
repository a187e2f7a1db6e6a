// expect: wrong verdict=violation check=main-first line=8,12
using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        var slips = new ProcessQueue<string>(Math.Max(1, names.Length - 1));
        foreach (var _ in names)
            ChildProcess.Create(Body, slips).Start();
        foreach (var n in names)
            slips.Put(n);
        Console.WriteLine("main");
    }

    static void Body(ProcessQueue<string> slips)
    {
        var name = slips.Get();
        Console.WriteLine($"{name} is running");
        Thread.Sleep(3000);
        Console.WriteLine($"{name} is over");
    }

    public static void RunClass(string[] names)
    {
        foreach (var n in names) new C(n).Start();
        Console.WriteLine("main");
    }

    class C(string name) : ChildProcess
    {
        protected override void Run()
        {
            Console.WriteLine($"{name} is running");
            Thread.Sleep(3000);
            Console.WriteLine($"{name} is over");
        }
    }
}
