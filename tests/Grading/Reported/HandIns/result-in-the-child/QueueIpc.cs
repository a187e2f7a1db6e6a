using ExerciseKit.Multiprocessing;

public static class QueueIpc
{
    public static string Ask(string question)
    {
        var shouter = new Shouter { Question = question };
        shouter.Start();
        shouter.Join();
        // The parent's object.
        return shouter.Shouted;
    }

    public static string Relay(string message)
    {
        var first = new ProcessQueue<string>();
        var second = new ProcessQueue<string>();
        ChildProcess.Create(Tell, message, first).Start();
        ChildProcess.Create(Pass, first, second).Start();
        return second.Get();
    }

    private static void Tell(string message, ProcessQueue<string> to) => to.Put(message);

    private static void Pass(ProcessQueue<string> from, ProcessQueue<string> to) => to.Put(from.Get());

    private sealed class Shouter : ChildProcess
    {
        public string Question = "";
        public string Shouted = "";

        protected override void Run() => Shouted = Question.ToUpperInvariant();
    }
}
