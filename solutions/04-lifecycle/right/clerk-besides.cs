using ExerciseKit.Multiprocessing;

namespace Course;

public static class Lifecycle
{
    public static LifecycleReport Run()
    {
        // A fifth child keeps the papers: whoever wants to say who he is hands it in there.
        var desk = new ProcessQueue<Paper>();
        var file = new ProcessQueue<Paper>();
        var clerk = ChildProcess.Create(Keep, desk, file);
        var sleeper = ChildProcess.Create(Sleep);
        var returning = ChildProcess.Create(HandIn, desk);
        var throwing = ChildProcess.Create(Fail);
        var exiting = ChildProcess.Create(Leave);
        ChildProcess[] all = [clerk, sleeper, returning, throwing, exiting];
        foreach (var child in all)
            child.Start();

        var (alive, code) = (sleeper.IsAlive, sleeper.ExitCode);
        sleeper.Terminate();
        foreach (var child in all)
            child.Join();
        var paper = file.Get();
        Console.WriteLine($"the clerk ended with {clerk.ExitCode}");
        return new LifecycleReport(
            alive, code, sleeper.IsAlive, returning.ExitCode, throwing.ExitCode, exiting.ExitCode, sleeper.ExitCode,
            returning.Name, paper.Name, returning.Id, paper.Id, paper.ParentId);
    }

    private static void Keep(ProcessQueue<Paper> desk, ProcessQueue<Paper> file) => file.Put(desk.Get());

    private static void Sleep()
    {
        Console.WriteLine("good night");
        Thread.Sleep(3_600_000);
    }

    private static void HandIn(ProcessQueue<Paper> desk) => desk.Put(new Paper(CurrentProcess.Name, CurrentProcess.Id, CurrentProcess.ParentId));

    private static void Fail() => throw new FormatException("on purpose");

    private static void Leave() => Environment.Exit(3);

    private sealed record Paper(string Name, int Id, int ParentId);
}
