using System.Diagnostics;
using ExerciseKit.Multiprocessing;

namespace Course.Processes;

public static class Join
{
    public static void Run(string[] names, int[] seconds)
    {
        Nap.All(names, seconds).StartAll().ForEach(child => child.Join());
        Console.WriteLine("main: all over");
    }

    public static string[] StillAlive(string[] names, int[] seconds, int patienceSeconds)
    {
        var children = Nap.All(names, seconds).StartAll();
        var patience = new Patience(TimeSpan.FromSeconds(patienceSeconds));
        return names.Zip(children).Where(pair => !pair.Second.Join(patience.Left)).Select(pair => pair.First).ToArray();
    }

    private static List<ChildProcess> StartAll(this IEnumerable<Nap> naps)
    {
        var children = naps.Select(nap => ChildProcess.Create(Nap.Take, nap)).ToList();
        children.ForEach(child => child.Start());
        return children;
    }
}

public readonly record struct Nap(string Name, TimeSpan Length)
{
    public static IEnumerable<Nap> All(string[] names, int[] seconds) =>
        names.Zip(seconds, (name, s) => new Nap(name, TimeSpan.FromSeconds(s)));

    public static void Take(Nap nap)
    {
        Console.WriteLine($"{nap.Name} is running");
        Thread.Sleep(nap.Length);
        Console.WriteLine($"{nap.Name} is over");
    }
}

internal sealed class Patience(TimeSpan whole)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();

    public TimeSpan Left => whole > clock.Elapsed ? whole - clock.Elapsed : TimeSpan.Zero;
}
