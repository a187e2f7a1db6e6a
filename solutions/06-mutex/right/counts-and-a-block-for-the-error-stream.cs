using ExerciseKit.Multiprocessing;

public static class Mutex
{
    // Beside the task: a count of lines goes home by a queue, and a copy of the whole block to the error stream in one print.
    public static void Run(string[] users, int lines)
    {
        var (turn, counts) = (new ProcessSemaphore(1), new ProcessQueue<int>());
        foreach (var user in users)
            ChildProcess.Create(Print, user, lines, turn, counts).Start();
        Console.WriteLine($"{users.Sum(_ => counts.Get())} lines in all");
    }

    private static void Print(string user, int lines, ProcessSemaphore turn, ProcessQueue<int> counts)
    {
        string[] block = [$"{user} begins", .. Enumerable.Range(1, lines).Select(i => $"{user} line {i}"), $"{user} ends"];
        using (turn.EnterScope())
        {
            foreach (var line in block)
                Console.WriteLine(line);
        }

        Console.Error.WriteLine(string.Join('\n', block));
        counts.Put(block.Length);
    }
}
