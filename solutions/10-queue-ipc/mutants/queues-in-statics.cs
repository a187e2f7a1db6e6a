// expect: wrong verdict=deadlock check=relay line=6,7,21,26,28
using ExerciseKit.Multiprocessing;

public static class QueueIpc
{
    private static readonly ProcessQueue<string> there = new();
    private static readonly ProcessQueue<string> back = new();

    public static string Ask(string question)
    {
        var child = ChildProcess.Create(Answer);
        child.Start();
        there.Put(question);
        return back.Get();
    }

    public static string Relay(string message)
    {
        ChildProcess.Create(Send, message).Start();
        ChildProcess.Create(PassOn).Start();
        return back.Get();
    }

    private static void Answer() => back.Put(there.Get().ToUpperInvariant());

    private static void Send(string message) => there.Put(message);

    private static void PassOn() => back.Put(there.Get());
}
