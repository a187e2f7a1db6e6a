using ExerciseKit.Multiprocessing;

public static class QueueIpc
{
    // The answer's queue travels with the question, and the first child starts the second. Nobody is joined: a parent waits for its children at its end.
    public static string Ask(string question)
    {
        var letters = new JoinableQueue<Letter>();
        var answers = new ProcessQueue<string>(capacity: 1);
        ChildProcess.Create(Answer, letters).Start();
        letters.Put(new Letter(question, answers));
        letters.Join();
        return answers.Get();
    }

    public static string Relay(string message)
    {
        var home = new ProcessQueue<Letter>();
        ChildProcess.Create(Send, new Letter(message, null), home).Start();
        return home.Get().Text;
    }

    private static void Answer(JoinableQueue<Letter> letters)
    {
        var letter = letters.Get();
        letter.Reply!.Put(string.Concat(letter.Text.Select(char.ToUpperInvariant)));
        letters.TaskDone();
    }

    private static void Send(Letter letter, ProcessQueue<Letter> home)
    {
        var between = new ProcessQueue<Letter>();
        ChildProcess.Create(PassOn, between, home).Start();
        between.Put(letter);
    }

    private static void PassOn(ProcessQueue<Letter> between, ProcessQueue<Letter> home)
    {
        Letter? letter;
        while (!between.TryGet(out letter, TimeSpan.FromSeconds(1)))
            Console.WriteLine("(nothing yet)");
        home.Put(letter);
    }

    private sealed record Letter(string Text, ProcessQueue<string>? Reply);
}
