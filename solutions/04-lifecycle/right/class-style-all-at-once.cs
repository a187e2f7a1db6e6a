using ExerciseKit.Multiprocessing;

namespace Course.Processes;

public static class Lifecycle
{
    public static LifecycleReport Run()
    {
        Sleeper sleeper = new Sleeper();
        Teller teller = new Teller("about-me.txt");
        Thrower thrower = new Thrower();
        Exiter exiter = new Exiter(3);
        teller.Name = "teller";
        foreach (ChildProcess child in new ChildProcess[] { sleeper, teller, thrower, exiter })
        {
            child.Start();
        }

        bool alive = sleeper.IsAlive;
        int? code = sleeper.ExitCode;
        sleeper.Terminate();
        foreach (ChildProcess child in new ChildProcess[] { exiter, thrower, teller, sleeper })
        {
            child.Join();
        }

        string[] told = File.ReadAllText("about-me.txt").Split(';');
        return new LifecycleReport(
            alive,
            code,
            sleeper.IsAlive,
            teller.ExitCode,
            thrower.ExitCode,
            exiter.ExitCode,
            sleeper.ExitCode,
            teller.Name,
            told[0],
            teller.Id,
            Convert.ToInt32(told[1]),
            Convert.ToInt32(told[2]));
    }
}

public class Sleeper : ChildProcess
{
    protected override void Run()
    {
        Thread.Sleep(3600 * 1000);
    }
}

public class Teller : ChildProcess
{
    private readonly string path;

    public Teller(string path)
    {
        this.path = path;
    }

    protected override void Run()
    {
        File.WriteAllText(path, Name + ";" + Id + ";" + CurrentProcess.ParentId);
    }
}

public class Thrower : ChildProcess
{
    protected override void Run()
    {
        int[] nothing = new int[0];
        Console.WriteLine(nothing[0]);
    }
}

public class Exiter : ChildProcess
{
    private readonly int code;

    public Exiter(int code)
    {
        this.code = code;
    }

    protected override void Run()
    {
        Environment.Exit(code);
    }
}
