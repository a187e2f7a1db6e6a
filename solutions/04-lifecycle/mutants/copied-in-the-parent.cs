// expect: wrong verdict=violation check=names-and-ids line=16,29,31,32
using ExerciseKit.Multiprocessing;

public static class Lifecycle
{
    public static LifecycleReport Run()
    {
        var sleeper = Started(ChildProcess.Create(SleepLong));
        var aliveAfterStart = sleeper.IsAlive;
        var exitCodeWhileAlive = sleeper.ExitCode;

        sleeper.Terminate();
        sleeper.Join();
        var aliveAfterJoin = sleeper.IsAlive;

        var returning = Joined(ChildProcess.Create(Nothing));
        var throwing = Joined(ChildProcess.Create(Throw));
        var exiting = Joined(ChildProcess.Create(Exit));

        return new LifecycleReport(
            aliveAfterStart,
            exitCodeWhileAlive,
            aliveAfterJoin,
            Returned: returning.ExitCode,
            Threw: throwing.ExitCode,
            Exited: exiting.ExitCode,
            Terminated: sleeper.ExitCode,
            NameInParent: returning.Name,
            NameInChild: returning.Name,
            IdInParent: returning.Id,
            IdInChild: returning.Id,
            ParentIdInChild: CurrentProcess.Id);
    }

    private static ChildProcess Started(ChildProcess child)
    {
        child.Start();
        return child;
    }

    private static ChildProcess Joined(ChildProcess child)
    {
        child.Start();
        child.Join();
        return child;
    }

    private static void Nothing()
    {
    }

    private static void SleepLong() => Thread.Sleep(TimeSpan.FromHours(1));

    private static void Throw() => throw new InvalidOperationException("This child ends by an exception.");

    private static void Exit() => Environment.Exit(3);
}
