namespace ExerciseKit.Tests.Semantics;

/// <summary>The line of semantics.md on pipes.</summary>
[TestFixture(Driver.Live)]
[TestFixture(Driver.Stepwise)]
public sealed class PipeTests(Driver driver) : SceneTests(driver)
{
    [Test, CancelAfter(60_000)]
    public Task Messages_keep_their_boundaries_and_their_order_and_empty_ones_count(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var (left, right) = Pipe.Create();
                left.Send("one");
                left.SendBytes([]);
                left.SendBytes([1, 2]);
                left.Send(new[] { 1, 2, 3 });
                left.Send<string?>(null);
                Console.WriteLine(right.Receive<string>());
                Console.WriteLine(right.ReceiveBytes().Length);
                Console.WriteLine(right.ReceiveBytes(maximumLength: 2).Length);
                Console.WriteLine(right.Receive<int[]>().Length);
                Console.WriteLine(right.Receive<string?>() is null);
            }
        }
        """,
        "one\n0\n2\n3\nTrue",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task A_duplex_pipe_goes_both_ways_and_ends_when_the_other_side_closes(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var (mine, yours) = Pipe.Create();
                ChildProcess.Create(Serve, yours).Start();
                yours.Close();
                for (var i = 1; i <= 2; i++)
                {
                    mine.Send((i, i));
                    Console.WriteLine(mine.Receive<int>());
                }

                mine.Close();
            }

            private static void Serve(Connection client)
            {
                while (client.TryReceive(out (int X, int Y) question))
                    client.Send(question.X + question.Y);
                Console.WriteLine("server done");
            }
        }
        """,
        "2\n4\nserver done",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task The_stream_ends_when_every_copy_of_the_other_end_is_closed_and_then_for_good(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var (reader, writer) = Pipe.Create(duplex: false);
                ChildProcess.Create(Write, writer).Start();
                writer.Close();
                Console.WriteLine(reader.Receive<int>());
                for (var i = 0; i < 2; i++)
                {
                    try { reader.Receive<int>(); }
                    catch (EndOfStreamException) { Console.WriteLine("end"); }
                }

                Console.WriteLine(reader.Poll());
                Console.WriteLine(reader.TryReceive(out int _));
            }

            private static void Write(Connection writer) => writer.Send(1);
        }
        """,
        "1\nend\nend\nTrue\nFalse",
        cancellation);

    [Test, CancelAfter(60_000)]
    public async Task A_consumer_that_has_the_writing_end_never_meets_the_end_of_the_stream(CancellationToken cancellation)
    {
        var told = await DeadlocksAsync(
            """
            public static class Scene
            {
                public static void Run()
                {
                    var (reader, writer) = Pipe.Create(duplex: false);
                    var consumer = ChildProcess.Create(Consume, reader, writer);
                    consumer.Start();
                    reader.Close();
                    writer.Send(1);
                    writer.Close();
                    consumer.Join();
                }

                private static void Consume(Connection reader, Connection writer)
                {
                    while (reader.TryReceive(out int item))
                        Console.WriteLine(item);
                }
            }
            """,
            cancellation);
        Assert.That(told, Does.Match(@"Process-1.* waits .*Connection\.Receive.* while the other end is held open by Process-1"));
    }

    [Test, CancelAfter(60_000)]
    public Task Sending_with_no_reader_left_is_a_broken_pipe(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var (left, right) = Pipe.Create();
                var child = ChildProcess.Create(Leave, right);
                child.Start();
                right.Close();
                child.Join();
                try { left.Send(1); }
                catch (IOException e) { Console.WriteLine(e.Message); }
            }

            private static void Leave(Connection end)
            {
            }
        }
        """,
        "Broken pipe: every copy of the other end is closed, and nobody can receive what is sent.",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task The_wrong_direction_and_a_closed_end_are_errors(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var (left, right) = Pipe.Create(duplex: false);
                Try(() => left.Send(1));
                Try(() => left.SendBytes([1]));
                Try(() => right.Receive<int>());
                Try(() => right.TryReceive(out int _));
                Try(() => right.ReceiveBytes());
                Try(() => right.Poll());
                right.Close();
                right.Dispose();
                Try(() => right.Send(1));
                Try(() => ChildProcess.Create(Use, right).Start());
                left.Close();
                Try(() => left.Receive<int>());
                Try(() => left.Poll());
            }

            private static void Use(Connection end) => end.Send(1);

            private static void Try(Action use)
            {
                try { use(); }
                catch (Exception e) { Console.WriteLine(e.GetType().Name); }
            }
        }
        """,
        "IOException\nIOException\nIOException\nIOException\nIOException\nIOException\n"
            + "ObjectDisposedException\nObjectDisposedException\nObjectDisposedException\nObjectDisposedException",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task Objects_and_bytes_are_different_kinds_of_message(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var (left, right) = Pipe.Create();
                left.Send("text");
                left.SendBytes([1]);
                Try(() => right.ReceiveBytes());
                Try(() => right.Receive<int>());
                Console.WriteLine(right.Receive<string>());
                Try(() => right.Receive<int>());
                Console.WriteLine(right.ReceiveBytes()[0]);
            }

            private static void Try(Action use)
            {
                try { use(); }
                catch (InvalidOperationException e) { Console.WriteLine(e.Message); }
            }
        }
        """,
        "The next message is an object, sent by Send, and ReceiveBytes was called. Receive it with Receive.\n"
            + "\"text\" came, which is no Int32. Receive it as the type that it was sent as.\n"
            + "text\n"
            + "The next message is bytes, sent by SendBytes, and Receive was called. Receive it with ReceiveBytes.\n"
            + "1",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task Bytes_beyond_the_maximum_length_are_an_error_and_the_connection_is_unreadable_after(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var (left, right) = Pipe.Create();
                left.SendBytes([1, 2, 3]);
                left.SendBytes([4]);
                Try(() => right.ReceiveBytes(maximumLength: 2));
                Try(() => right.ReceiveBytes());
                Try(() => right.Poll());
                right.SendBytes([5]);
                left.SendBytes([6]);
                Console.WriteLine(left.ReceiveBytes()[0]);
                Try(() => left.ReceiveBytes(maximumLength: -1));
            }

            private static void Try(Action use)
            {
                try { use(); }
                catch (IOException e) { Console.WriteLine(e.Message); }
                catch (ArgumentOutOfRangeException e) { Console.WriteLine(e.ActualValue); }
            }
        }
        """,
        "A message of 3 bytes came, and at most 2 were accepted. The connection can't be read any more.\n"
            + "The connection can't be read any more: an earlier message was longer than its receiver accepted.\n"
            + "The connection can't be read any more: an earlier message was longer than its receiver accepted.\n"
            + "5\n-1",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task Poll_tells_whether_a_receive_would_wait(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var (left, right) = Pipe.Create();
                Console.WriteLine(right.Poll());
                Console.WriteLine(right.Poll(TimeSpan.FromMilliseconds(50)));
                ChildProcess.Create(Say, left).Start();
                Console.WriteLine(right.Poll(Timeout.InfiniteTimeSpan));
                Console.WriteLine(right.Poll());
                Console.WriteLine(right.Receive<string>());
                Console.WriteLine(right.Poll());
            }

            private static void Say(Connection end) => end.Send("hello");
        }
        """,
        "False\nFalse\nTrue\nTrue\nhello\nFalse",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task An_end_in_an_item_or_a_message_not_yet_taken_is_a_copy(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var (reader, writer) = Pipe.Create(duplex: false);
                var (lap, seat) = Pipe.Create();
                var queue = new ProcessQueue<Connection>();
                queue.Put(writer);
                writer.Close();
                Console.WriteLine(reader.Poll());
                lap.Send(queue.Get());
                queue.Put(seat.Receive<Connection>());
                writer = queue.Get();
                writer.Send("still open");
                writer.Close();
                Console.WriteLine(reader.Receive<string>());
                Console.WriteLine(reader.TryReceive(out string? _));
            }
        }
        """,
        "False\nstill open\nFalse",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task A_killed_process_leaves_no_copy_open(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var (mine, yours) = Pipe.Create();
                var child = ChildProcess.Create(Wait, yours);
                child.Start();
                yours.Close();
                child.Kill();
                Console.WriteLine(mine.TryReceive(out int _));
                child.Join();
                Console.WriteLine(child.ExitCode);
            }

            private static void Wait(Connection end) => end.Receive<int>();
        }
        """,
        "False\n-9",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task A_message_may_be_received_as_a_base_type_of_what_was_sent(CancellationToken cancellation) => PrintsAsync(
        """
        public interface IShape;
        public abstract record Command;
        public sealed record Move(int Steps) : Command;
        public readonly record struct Dot(int X) : IShape;

        public static class Scene
        {
            public static void Run()
            {
                var (left, right) = Pipe.Create();
                left.Send(new Move(2));
                left.Send(new Dot(3));
                Console.WriteLine(right.Receive<Command>());
                Console.WriteLine(right.Receive<IShape>());
            }
        }
        """,
        "Move { Steps = 2 }\nDot { X = 3 }",
        cancellation);
}
