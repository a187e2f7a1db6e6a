using ExerciseKit.Multiprocessing;

public static class Lifecycle
{
    // One child for the looks, the names and the end by force: it tells who it is, and then sleeps for ever.
    public static LifecycleReport Run()
    {
        var codes = new Dictionary<string, int?>();
        foreach (var (way, end) in new (string, Action)[] { ("return", Return), ("throw", Throw), ("exit", Exit) })
        {
            var child = ChildProcess.Create(end);
            child.Start();
            if (child.Join(Timeout.InfiniteTimeSpan))
                codes[way] = child.ExitCode;
        }

        var sleeper = ChildProcess.Create(TellAndSleep, "letter");
        sleeper.Start();
        var before = (Alive: CurrentProcess.ActiveChildren.Contains(sleeper), sleeper.ExitCode);
        while (!File.Exists("letter"))
            Thread.Sleep(10);
        var letter = System.Text.Json.JsonSerializer.Deserialize<Letter>(File.ReadAllText("letter"))!;

        sleeper.Terminate();
        sleeper.Join();
        return new LifecycleReport(
            before.Alive,
            before.ExitCode,
            CurrentProcess.ActiveChildren.Any(),
            codes["return"],
            codes["throw"],
            codes["exit"],
            sleeper.ExitCode,
            sleeper.Name,
            letter.Name,
            sleeper.Id,
            letter.Id,
            letter.ParentId);
    }

    private static void TellAndSleep(string path)
    {
        // Written aside and moved: whoever finds the letter finds all of it.
        File.WriteAllText("draft", System.Text.Json.JsonSerializer.Serialize(new Letter(CurrentProcess.Name, CurrentProcess.Id, CurrentProcess.ParentId)));
        File.Move("draft", path);
        while (true)
            Thread.Sleep(1000);
    }

    private static void Return()
    {
    }

    private static void Throw() => throw new ArgumentException("on purpose");

    private static void Exit()
    {
        try
        {
            Environment.Exit(3);
        }
        finally
        {
            Console.WriteLine("never printed");
        }
    }

    private sealed record Letter(string Name, int Id, int ParentId);
}
