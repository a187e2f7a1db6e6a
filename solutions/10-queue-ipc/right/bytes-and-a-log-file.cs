using System.Text;
using ExerciseKit.Multiprocessing;

namespace Course;

public static class QueueIpc
{
    public static string Ask(string question)
    {
        ProcessQueue<byte[]> questions = new(1), answers = new(1);
        var child = ChildProcess.Create(Answer, questions, answers);
        child.Start();
        questions.Put(Encoding.UTF8.GetBytes(question));
        var answer = Encoding.UTF8.GetString(answers.Get());
        child.Join();
        Console.WriteLine($"asked: {question}");
        Console.WriteLine($"log: {File.ReadAllText("log.txt")}");
        return answer;
    }

    public static string Relay(string message)
    {
        ProcessQueue<List<ushort>> between = new();
        ProcessQueue<char[]> home = new();
        ChildProcess[] all = [ChildProcess.Create(Send, message, between), ChildProcess.Create(PassOn, between, home)];
        foreach (var process in all.Reverse())
            process.Start();
        var text = new string(home.Get());
        foreach (var process in all)
            process.Join();
        Console.WriteLine($"message {text} arrived");
        return text;
    }

    private static void Answer(ProcessQueue<byte[]> questions, ProcessQueue<byte[]> answers)
    {
        var question = Encoding.UTF8.GetString(questions.Get());
        File.WriteAllText("log.txt", $"{question.Length} characters");
        answers.Put(Encoding.UTF8.GetBytes(question.ToUpperInvariant()));
    }

    private static void Send(string message, ProcessQueue<List<ushort>> between) => between.Put([.. message.Select(c => (ushort)c)]);

    private static void PassOn(ProcessQueue<List<ushort>> between, ProcessQueue<char[]> home) => home.Put([.. between.Get().Select(c => (char)c)]);
}
