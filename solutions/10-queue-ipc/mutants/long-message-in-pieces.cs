// expect: wrong verdict=violation|deadlock check=long-message line=37,38
using ExerciseKit.Multiprocessing;

public static class QueueIpc
{
    public static string Ask(string question)
    {
        var questions = new ProcessQueue<string>();
        var answers = new ProcessQueue<string>();
        var child = ChildProcess.Create(Answer, questions, answers);
        child.Start();
        questions.Put(question);
        var answer = answers.Get();
        child.Join();
        return answer;
    }

    public static string Relay(string message)
    {
        var between = new ProcessQueue<string>();
        var home = new ProcessQueue<string>();
        var sender = ChildProcess.Create(Send, message, between);
        var messenger = ChildProcess.Create(PassOn, between, home);
        sender.Start();
        messenger.Start();
        var arrived = home.Get();
        sender.Join();
        messenger.Join();
        return arrived;
    }

    private static void Answer(ProcessQueue<string> questions, ProcessQueue<string> answers) =>
        answers.Put(questions.Get().ToUpperInvariant());

    private static void Send(string message, ProcessQueue<string> between)
    {
        foreach (var piece in message.Chunk(1000).DefaultIfEmpty([]))
            between.Put(new string(piece));
    }

    private static void PassOn(ProcessQueue<string> between, ProcessQueue<string> home) => home.Put(between.Get());
}
