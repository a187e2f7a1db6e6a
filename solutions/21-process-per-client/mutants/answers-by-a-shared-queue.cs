// expect: wrong verdict=violation|deadlock check=answers line=9,24,32
using ExerciseKit.Multiprocessing;

public static class Echo
{
    public static void Run(string[][] clients)
    {
        var texts = new ProcessQueue<string>();
        var answers = new ProcessQueue<string>();
        var processes = new List<ChildProcess>();
        for (var i = 0; i < clients.Length; i++)
        {
            processes.Add(ChildProcess.Create(Serve, texts, answers, clients[i].Length));
            processes.Add(ChildProcess.Create(Call, i + 1, clients[i], texts, answers));
        }

        processes.ForEach(process => process.Start());
        processes.ForEach(process => process.Join());
    }

    private static void Serve(ProcessQueue<string> texts, ProcessQueue<string> answers, int count)
    {
        for (var i = 0; i < count; i++)
            answers.Put(texts.Get().ToUpperInvariant());
    }

    private static void Call(int number, string[] mine, ProcessQueue<string> texts, ProcessQueue<string> answers)
    {
        foreach (var text in mine)
        {
            texts.Put(text);
            Console.WriteLine($"client {number} got {answers.Get()}");
        }
    }
}
