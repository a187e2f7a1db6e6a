using ExerciseKit.Multiprocessing;

public static class QueueIpc
{
    public static string Ask(string question)
    {
        var there = new ProcessQueue<char[]?>();
        var back = new ProcessQueue<char[]?>();
        var child = ChildProcess.Create(Shout, there, back);
        child.Start();
        Send(there, question);
        var answer = Receive(back);
        child.Join();
        return answer;
    }

    public static string Relay(string message)
    {
        var home = new ProcessQueue<char[]?>();
        var first = ChildProcess.Create(First, message, home);
        first.Start();
        var got = Receive(home);
        while (!first.Join(TimeSpan.FromSeconds(1))) Console.WriteLine("debug: first is still there");
        return got;
    }

    static void Shout(ProcessQueue<char[]?> there, ProcessQueue<char[]?> back) => Send(back, Receive(there).ToUpperInvariant());

    static void First(string message, ProcessQueue<char[]?> home)
    {
        var between = new ProcessQueue<char[]?>();
        var second = ChildProcess.Create(Second, between, home);
        second.Start();
        Send(between, message);
        second.Join();
    }

    static void Second(ProcessQueue<char[]?> between, ProcessQueue<char[]?> home) => Send(home, Receive(between));

    static void Send(ProcessQueue<char[]?> to, string text)
    {
        for (var i = 0; i < text.Length; i += 4000)
            to.Put(text[i..Math.Min(i + 4000, text.Length)].ToCharArray());
        to.Put(null);
    }

    static string Receive(ProcessQueue<char[]?> from)
    {
        var pieces = new List<string>();
        while (from.Get() is { } piece) pieces.Add(new string(piece));
        return string.Concat(pieces);
    }
}
