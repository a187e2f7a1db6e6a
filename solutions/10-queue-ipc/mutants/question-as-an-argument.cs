// expect: wrong verdict=violation check=ask line=10,12,35
using ExerciseKit.Multiprocessing;

public static class QueueIpc
{
    public static string Ask(string question)
    {
        var questions = new ProcessQueue<string>();
        var answers = new ProcessQueue<string>();
        var child = ChildProcess.Create(Answer, question, questions, answers);
        child.Start();
        questions.Put("go");
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

    private static void Answer(string question, ProcessQueue<string> questions, ProcessQueue<string> answers)
    {
        questions.Get();
        answers.Put(question.ToUpperInvariant());
    }

    private static void Send(string message, ProcessQueue<string> between) => between.Put(message);

    private static void PassOn(ProcessQueue<string> between, ProcessQueue<string> home) => home.Put(between.Get());
}
