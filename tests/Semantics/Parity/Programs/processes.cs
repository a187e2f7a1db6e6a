public sealed class Greeter : ChildProcess
{
    protected override void Run() => Console.WriteLine($"name of a derived class: {CurrentProcess.Name}");
}

public static class Scene
{
    public static void Run()
    {
        var first = ChildProcess.Create(Nothing);
        Show("default name", first.Name);
        Show("alive before the start", first.IsAlive);
        Show("exit code before the start", first.ExitCode?.ToString() ?? "none");
        Show("join before the start", Attempt(first.Join));
        first.Start();
        Show("start twice", Attempt(first.Start));
        Show("daemon set after the start", Attempt(() => first.IsDaemon = true));
        first.Join();
        first.Join();
        Show("exit code of a return", first.ExitCode);
        Show("alive after the end", first.IsAlive);
        Show("exit code of an exception", End(ChildProcess.Create(Fail)).ExitCode);
        Show("exit code 7", End(ChildProcess.Create(Leave, 7)).ExitCode);
        Show("exit code 300", End(ChildProcess.Create(Leave, 300)).ExitCode);
        Show("exit code -1", End(ChildProcess.Create(Leave, -1)).ExitCode);
        var sleeper = ChildProcess.Create(Sleep);
        sleeper.Start();
        Show("join of 0 s", sleeper.Join(TimeSpan.Zero));
        Show("exit code while it lives", sleeper.ExitCode?.ToString() ?? "none");
        Show("living children", CurrentProcess.ActiveChildren.Count);
        sleeper.Terminate();
        Show("alive right after terminate", sleeper.IsAlive);
        sleeper.Join();
        Show("exit code after terminate", sleeper.ExitCode);
        var second = ChildProcess.Create(Sleep);
        second.Start();
        second.Kill();
        second.Join();
        Show("exit code after kill", second.ExitCode);
        Show("living children at the end", CurrentProcess.ActiveChildren.Count);
        var nested = ChildProcess.Create(Nest);
        nested.IsDaemon = true;
        End(nested);
        End(ChildProcess.Create(TellParent, CurrentProcess.Id));
        var list = new List<int> { 1 };
        End(ChildProcess.Create(Append, list));
        Show("a list that the child has changed", list.Count);
        End(new Greeter());
    }

    private static ChildProcess End(ChildProcess child)
    {
        child.Start();
        child.Join();
        return child;
    }

    private static void Nothing() { }
    private static void Fail() => throw new InvalidOperationException("on purpose");
    private static void Leave(int code) => Environment.Exit(code);
    private static void Sleep() => Thread.Sleep(600_000);
    private static void Append(List<int> list) => list.Add(2);
    private static void TellParent(int id) => Show("the child knows its parent", CurrentProcess.ParentId == id);
    private static void Nest() => Show("a daemon starts a child", Attempt(ChildProcess.Create(Nothing).Start));

    private static string Attempt(Action action)
    {
        try { action(); return "fine"; }
        catch (InvalidOperationException) { return "error"; }
    }

    private static void Show(string label, object? outcome) => Console.WriteLine($"{label}: {outcome}");
}
