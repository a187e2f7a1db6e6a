using ExerciseKit.Multiprocessing;

public static class Mutex
{
    public static void Run(string[] users, int lines)
    {
        var door = new ProcessLock();
        var children = users.Select(user => ChildProcess.Create(Print, new Job(user, lines), door)).ToList();
        children.ForEach(child => child.Start());
        children.ForEach(child => child.Join());
    }

    public static void Print(Job job, ProcessLock door)
    {
        var text = job.Lines.ToArray();
        Console.WriteLine($"(debug: {job.User} is ready)");
        using var _ = door.EnterScope();
        Array.ForEach(text, Console.WriteLine);
    }
}

public sealed record Job(string User, int Count)
{
    public IEnumerable<string> Lines =>
        [$"{User} begins", .. Enumerable.Range(1, Count).Select(i => $"{User} line {i}"), $"{User} ends"];
}
