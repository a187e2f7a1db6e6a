// expect: wrong verdict=violation check=exit-codes line=21,22,48,49
using ExerciseKit.Multiprocessing;

public static class Lifecycle
{
    private const string Letter = "letter.txt";

    public static LifecycleReport Run()
    {
        var sleeper = Started(ChildProcess.Create(SleepLong));
        var aliveAfterStart = sleeper.IsAlive;
        var exitCodeWhileAlive = sleeper.ExitCode;

        sleeper.Terminate();
        sleeper.Join();
        var aliveAfterJoin = sleeper.IsAlive;

        var returning = Joined(ChildProcess.Create(WriteHome));
        var throwing = Joined(ChildProcess.Create(Throw));
        var exiting = Joined(ChildProcess.Create(Exit));
        while (!File.Exists(Letter))
            Thread.Sleep(10);
        var letter = File.ReadAllLines(Letter);

        return new LifecycleReport(
            aliveAfterStart,
            exitCodeWhileAlive,
            aliveAfterJoin,
            Returned: returning.ExitCode,
            Threw: throwing.ExitCode,
            Exited: exiting.ExitCode,
            Terminated: sleeper.ExitCode,
            NameInParent: returning.Name,
            NameInChild: letter[0],
            IdInParent: returning.Id,
            IdInChild: int.Parse(letter[1]),
            ParentIdInChild: int.Parse(letter[2]));
    }

    private static ChildProcess Started(ChildProcess child)
    {
        child.Start();
        return child;
    }

    private static ChildProcess Joined(ChildProcess child)
    {
        child.Start();
        return child;
    }

    private static void SleepLong() => Thread.Sleep(TimeSpan.FromHours(1));

    private static void WriteHome() =>
        File.WriteAllText(Letter, $"{CurrentProcess.Name}\n{CurrentProcess.Id}\n{CurrentProcess.ParentId}");

    private static void Throw() => throw new InvalidOperationException("This child ends by an exception.");

    private static void Exit() => Environment.Exit(3);
}
