using ExerciseKit.Multiprocessing;

public static class Lifecycle
{
    private const string Log = "log.txt";

    public static LifecycleReport Run()
    {
        File.WriteAllText(Log, "begin\n");
        var sleeper = ChildProcess.Create(Sleep);
        sleeper.Name = "sleeper";
        sleeper.Start();
        var (alive, code) = (sleeper.IsAlive, sleeper.ExitCode);
        Console.WriteLine($"{sleeper.Name} is alive: {alive}");
        sleeper.Terminate();
        sleeper.Join();

        var home = new ProcessQueue<string>();
        var returning = Ended(ChildProcess.Create(Tell, home), "returning");
        var told = home.Get().Split(' ');
        var throwing = Ended(ChildProcess.Create(Throw), "throwing");
        var exiting = Ended(ChildProcess.Create(Exit, 3), "exiting");
        var lines = File.ReadAllLines(Log).Length;
        Console.WriteLine($"{CurrentProcess.Name}: {lines} lines in the log");
        return new LifecycleReport(
            alive, code, sleeper.IsAlive, returning.ExitCode, throwing.ExitCode, exiting.ExitCode, sleeper.ExitCode,
            returning.Name, told[0], returning.Id, int.Parse(told[1]), int.Parse(told[2]));
    }

    private static ChildProcess Ended(ChildProcess child, string name)
    {
        child.Name = name;
        child.Start();
        child.Join();
        File.AppendAllText(Log, $"{name} {child.IsAlive} {child.ExitCode}\n");
        return child;
    }

    private static void Sleep() => Thread.Sleep(TimeSpan.FromHours(1));

    private static void Tell(ProcessQueue<string> home) => home.Put($"{CurrentProcess.Name} {CurrentProcess.Id} {CurrentProcess.ParentId}");

    private static void Throw() => throw new InvalidOperationException("on purpose");

    private static void Exit(int code) => Environment.Exit(code);
}
