using ExerciseKit.Multiprocessing;

public static class Lifecycle
{
    public static LifecycleReport Run()
    {
        var home = new ProcessQueue<(string Name, int Id, int ParentId)>();
        var (sleeper, caller, thrower, leaver) = (Start(Doze), Start(Call, home), Start(Fall), Start(Leave));
        var (alive, code) = (sleeper.IsAlive, sleeper.ExitCode);
        sleeper.Terminate();

        var call = home.Get();
        ChildProcess[] all = [leaver, thrower, caller, sleeper];
        Array.ForEach(all, child => child.Join());
        return new(
            alive, code, sleeper.IsAlive, caller.ExitCode, thrower.ExitCode, leaver.ExitCode, sleeper.ExitCode,
            caller.Name, call.Name, caller.Id, call.Id, call.ParentId);
    }

    private static ChildProcess Start(Action target) => Begun(ChildProcess.Create(target));

    private static ChildProcess Start<T>(Action<T> target, T argument) => Begun(ChildProcess.Create(target, argument));

    private static ChildProcess Begun(ChildProcess child)
    {
        child.Start();
        return child;
    }

    private static void Doze()
    {
        for (var minute = 0; minute < 60; minute++)
            Thread.Sleep(TimeSpan.FromMinutes(1));
    }

    private static void Call(ProcessQueue<(string Name, int Id, int ParentId)> home) =>
        home.Put((CurrentProcess.Name, CurrentProcess.Id, CurrentProcess.ParentId));

    private static void Fall() => throw new NotSupportedException("This child falls.");

    private static void Leave() => Environment.Exit(3);
}
