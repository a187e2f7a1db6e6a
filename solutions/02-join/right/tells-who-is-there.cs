using ExerciseKit.Multiprocessing;

public class Join
{
    private readonly List<(string Name, ChildProcess Process)> children = [];
    private readonly SharedDictionary<string, bool> present = new();

    public static void Run(string[] names, int[] seconds)
    {
        var group = new Join();
        group.Start(names, seconds);
        group.children.ForEach(child => child.Process.Join());
        Console.WriteLine($"main: {group.present.Count} have been here");
        Console.WriteLine("main: all over");
    }

    public static string[] StillAlive(string[] names, int[] seconds, int patienceSeconds)
    {
        var group = new Join();
        group.Start(names, seconds);
        var deadline = DateTime.UtcNow + TimeSpan.FromSeconds(patienceSeconds);
        foreach (var (_, process) in group.children)
        {
            if (deadline > DateTime.UtcNow)
                process.Join(deadline - DateTime.UtcNow);
        }

        Console.WriteLine($"({patienceSeconds} s is all that I wait)");
        return group.children.Where(child => !child.Process.Join(TimeSpan.Zero)).Select(child => child.Name).ToArray();
    }

    private void Start(string[] names, int[] seconds)
    {
        for (var i = 0; i < names.Length; i++)
            children.Add((names[i], ChildProcess.Create(Live, names[i], seconds[i], present)));
        foreach (var (_, process) in children)
            process.Start();
    }

    private static void Live(string name, int seconds, SharedDictionary<string, bool> present)
    {
        present[name] = true;
        Console.WriteLine($"{name} is running");
        Thread.Sleep(seconds * 1000);
        Console.WriteLine($"{name} is over");
    }
}
