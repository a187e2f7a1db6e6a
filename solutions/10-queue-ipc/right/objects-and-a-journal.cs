using ExerciseKit.Multiprocessing;

public static class QueueIpc
{
    private const string End = "end of the journal";

    public static string Ask(string question)
    {
        var letters = new ProcessQueue<object>();
        var answers = new ProcessQueue<(int Number, string Text)>();
        var journal = new ProcessQueue<string>();
        journal.Put("the parent asks");
        var child = ChildProcess.Create(Answer, letters, answers, journal);
        child.Start();
        letters.Put(question);
        var (_, answer) = answers.Get();
        Report(journal, ends: 1);
        child.Join();
        return answer;
    }

    public static string Relay(string message)
    {
        var journal = new ProcessQueue<string>();
        journal.Put("the parent waits for what comes");
        var between = new ProcessQueue<object>();
        var home = new ProcessQueue<object>();
        var first = ChildProcess.Create(Send, message, between, journal);
        var second = ChildProcess.Create(PassOn, between, home, journal);
        first.Start();
        second.Start();
        var arrived = (string)home.Get();
        Report(journal, ends: 2);
        first.Join();
        second.Join();
        return arrived;
    }

    private static void Report(ProcessQueue<string> journal, int ends)
    {
        var lines = 0;
        while (ends > 0)
        {
            lines++;
            if (journal.Get() == End)
                ends--;
        }

        Console.WriteLine($"journal: {lines} lines");
    }

    private static void Answer(ProcessQueue<object> letters, ProcessQueue<(int Number, string Text)> answers, ProcessQueue<string> journal)
    {
        if (letters.Get() is not string question)
            return;
        answers.Put((1, question.ToUpperInvariant()));
        journal.Put(End);
    }

    private static void Send(string message, ProcessQueue<object> between, ProcessQueue<string> journal)
    {
        between.Put(message);
        journal.Put(End);
    }

    private static void PassOn(ProcessQueue<object> between, ProcessQueue<object> home, ProcessQueue<string> journal)
    {
        home.Put(between.Get());
        journal.Put(End);
    }
}
