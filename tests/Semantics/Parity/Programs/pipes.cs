public static class Scene
{
    public static void Run()
    {
        var (reader, writer) = Pipe.Create(duplex: false);
        Show("send on the end that receives", Attempt(() => reader.Send(1)));
        Show("receive on the end that sends", Attempt(() => writer.Receive<int>()));
        Show("nothing has come", reader.Poll());
        writer.Send("one");
        writer.Send("two");
        Show("something has come", reader.Poll());
        Show("order of the messages", $"{reader.Receive<string>()} {reader.Receive<string>()}");
        writer.SendBytes([]);
        Show("length of an empty message", reader.ReceiveBytes().Length);
        writer.Close();
        Show("poll at the end", reader.Poll());
        Show("receive at the end", Attempt(() => reader.Receive<int>()));
        Show("send on a closed end", Attempt(() => writer.Send(1)));

        var (left, right) = Pipe.Create();
        right.Send(1);
        left.Send(2);
        Show("both ways", $"{left.Receive<int>()} {right.Receive<int>()}");
        right.SendBytes([1, 2, 3]);
        Show("message longer than allowed", Attempt(() => left.ReceiveBytes(2)));

        var (kept, given) = Pipe.Create();
        given.Close();
        Show("send where nobody reads", Attempt(() => kept.Send(1)));

        var (parent, child) = Pipe.Create();
        var process = ChildProcess.Create(Answer, child);
        process.Start();
        child.Close();
        parent.Send(20);
        Show("answer of a child", parent.Receive<int>());
        process.Join();
        Show("receive from a child that has ended", Attempt(() => parent.Receive<int>()));
    }

    private static void Answer(Connection end) => end.Send(end.Receive<int>() + 1);

    private static string Attempt(Action action)
    {
        try { action(); return "fine"; }
        catch (Exception e) when (e is IOException or ObjectDisposedException) { return "error"; }
    }

    private static void Show(string label, object? outcome) => Console.WriteLine($"{label}: {outcome}");
}
