using ExerciseKit.Multiprocessing;

public static class Join
{
    public static void Run(string[] names, int[] seconds)
    {
        var sleepers = Sleeper.StartAll(names, seconds);
        foreach (var sleeper in sleepers)
        {
            sleeper.Join();
        }

        Console.WriteLine("main: all over");
    }

    public static string[] StillAlive(string[] names, int[] seconds, int patienceSeconds)
    {
        var sleepers = Sleeper.StartAll(names, seconds);
        var deadline = DateTime.UtcNow.AddSeconds(patienceSeconds);
        foreach (var sleeper in sleepers)
        {
            var left = deadline - DateTime.UtcNow;
            if (left <= TimeSpan.Zero)
            {
                break;
            }

            sleeper.Join(left);
        }

        return sleepers.FindAll(sleeper => sleeper.IsAlive).ConvertAll(sleeper => sleeper.Title).ToArray();
    }
}

internal sealed class Sleeper : ChildProcess
{
    private readonly int seconds;

    private Sleeper(string title, int seconds)
    {
        Title = title;
        this.seconds = seconds;
    }

    public string Title { get; }

    public static List<Sleeper> StartAll(string[] names, int[] seconds)
    {
        var sleepers = new List<Sleeper>();
        for (var i = 0; i < names.Length; i++)
        {
            sleepers.Add(new Sleeper(names[i], seconds[i]));
            sleepers[i].Start();
        }

        return sleepers;
    }

    protected override void Run()
    {
        Console.WriteLine(Title + " is running");
        Thread.Sleep(seconds * 1000);
        Console.WriteLine(Title + " is over");
    }
}
