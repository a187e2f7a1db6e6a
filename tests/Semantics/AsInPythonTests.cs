namespace ExerciseKit.Tests.Semantics;

/// <summary>Where the kit once did otherwise than Python: what CPython 3.11.7 does is said at each; by hand and in a grading the same.</summary>
[TestFixture(Driver.Live)]
[TestFixture(Driver.Stepwise)]
public sealed class AsInPythonTests(Driver driver) : SceneTests(driver)
{
    /// <summary>CPython: is_alive() right after terminate() is True and exitcode None, until the signal has arrived; after join() -15.</summary>
    [Test, CancelAfter(60_000)]
    public Task Terminate_takes_a_moment(CancellationToken cancellation) => PrintsOneOfAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var child = ChildProcess.Create(Nap);
                child.Start();
                child.Terminate();
                Console.WriteLine(child.IsAlive);
                child.Join();
                Console.WriteLine($"{child.IsAlive} {child.ExitCode}");
            }

            private static void Nap() => Thread.Sleep(600_000);
        }
        """,
        ["True\nFalse -15", "False\nFalse -15"],
        cancellation);

    /// <summary>CPython: sys.exit(300) gives 44, sys.exit(-1) gives 255.</summary>
    [Test, CancelAfter(60_000)]
    public Task Of_an_exit_code_a_byte_is_kept(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                foreach (var code in (int[])[300, -1, 255, 256])
                {
                    var child = ChildProcess.Create(Leave, code);
                    child.Start();
                    child.Join();
                    Console.WriteLine(child.ExitCode);
                }
            }

            private static void Leave(int code) => Environment.Exit(code);
        }
        """,
        "44\n255\n255\n0",
        cancellation);

    /// <summary>CPython: class MyProcess(Process) makes MyProcess-1, MyProcess-2.</summary>
    [Test, CancelAfter(60_000)]
    public Task A_derived_class_gives_its_name(CancellationToken cancellation) => PrintsAsync(
        """
        public sealed class MyProcess : ChildProcess
        {
            protected override void Run() => Console.WriteLine(CurrentProcess.Name);
        }

        public static class Scene
        {
            public static void Run()
            {
                var child = new MyProcess();
                Console.WriteLine(child.Name);
                child.Start();
                child.Join();
                Console.WriteLine(child.Name);
            }
        }
        """,
        "MyProcess-1\nMyProcess-1\nMyProcess-1",
        cancellation);

    /// <summary>CPython: put_nowait and get_nowait raise queue.Full and queue.Empty, put and get with a timeout too.</summary>
    [Test, CancelAfter(60_000)]
    public Task A_queue_can_be_used_without_waiting_in_the_form_that_throws(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var queue = new ProcessQueue<int>(1);
                queue.PutNoWait(1);
                try { queue.PutNoWait(2); } catch (QueueFullException) { Console.WriteLine("full"); }
                try { queue.Put(2, TimeSpan.FromMilliseconds(50)); } catch (QueueFullException) { Console.WriteLine("full"); }
                Console.WriteLine($"{queue.GetNoWait()}");
                try { queue.GetNoWait(); } catch (QueueEmptyException) { Console.WriteLine("empty"); }
                try { queue.Get(TimeSpan.FromMilliseconds(50)); } catch (QueueEmptyException) { Console.WriteLine("empty"); }
            }
        }
        """,
        "full\nfull\n1\nempty\nempty",
        cancellation);

    /// <summary>CPython: d[Decimal("1.0")] and d[Decimal("1.00")], d[0.0] and d[-0.0], d of equal aware datetimes: one entry each.</summary>
    [Test, CancelAfter(60_000)]
    public Task Equal_keys_are_one_entry(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var prices = new SharedDictionary<decimal, int> { [1.0m] = 1, [1.00m] = 2, [10m] = 3 };
                var reals = new SharedDictionary<double, int> { [0.0] = 1, [-0.0] = 2 };
                var times = new SharedDictionary<DateTimeOffset, int>
                {
                    [new DateTimeOffset(2030, 1, 1, 12, 0, 0, TimeSpan.FromHours(2))] = 1,
                    [new DateTimeOffset(2030, 1, 1, 10, 0, 0, TimeSpan.Zero)] = 2,
                };
                var pairs = new SharedDictionary<(decimal, string), int> { [(2.50m, "a")] = 1, [(2.5m, "a")] = 2 };
                Console.WriteLine($"{prices.Count} {prices[1m]} {prices.ContainsKey(10.000m)} {reals.Count} {times.Count} {pairs.Count}");
            }
        }
        """,
        "2 2 True 1 1 1",
        cancellation);

    /// <summary>CPython: manager.dict({...}) with values(), clear(), iteration and str; manager.list([...]) with insert, remove, in, clear.</summary>
    [Test, CancelAfter(60_000)]
    public Task Shared_dictionaries_and_lists_have_the_usual_operations(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var ages = new SharedDictionary<string, int>(new Dictionary<string, int> { ["al"] = 1, ["bo"] = 2 });
                Console.WriteLine($"{ages} {string.Join(',', ages.Values)} {string.Join(',', ages.Select(e => e.Key))}");
                ages.Clear();
                Console.WriteLine(ages.Count);
                var list = new SharedList<int>([1, 2, 3]);
                list.Insert(0, 7);
                list.Insert(4, 9);
                Console.WriteLine($"{list} {list.Contains(2)} {list.Remove(2)} {list.Remove(2)} {list.Contains(2)}");
                list.RemoveAt(0);
                Console.WriteLine($"{list} {list.Sum()}");
                try { list.Insert(9, 1); } catch (ArgumentOutOfRangeException) { Console.WriteLine("beyond"); }
                list.Clear();
                Console.WriteLine($"{list} {list.Count}");
            }
        }
        """,
        "{al: 1, bo: 2} 1,2 al,bo\n0\n[7, 1, 2, 3, 9] True True False False\n[1, 3, 9] 13\nbeyond\n[] 0",
        cancellation);

    /// <summary>CPython: recv() gives whatever came.</summary>
    [Test, CancelAfter(60_000)]
    public Task What_comes_through_a_pipe_can_be_taken_as_it_is_and_is_not_lost_where_it_is_not_what_was_asked_for(CancellationToken cancellation) => PrintsAsync(
        """
        public sealed record Note(string Text);

        public static class Scene
        {
            public static void Run()
            {
                var (left, right) = Pipe.Create();
                right.Send(1);
                right.Send("two");
                right.Send(new Note("three"));
                right.Send(4);
                Console.WriteLine($"{left.Receive<object>()} {left.Receive<object>()} {left.Receive<object>()}");
                try { left.Receive<string>(); } catch (InvalidOperationException) { Console.WriteLine("no text"); }
                Console.WriteLine($"{left.Poll()} {left.Receive<int>()} {left.Poll()}");
            }
        }
        """,
        "1 two Note { Text = three }\nno text\nTrue 4 False",
        cancellation);

    /// <summary>CPython: recv_bytes(2) of three bytes raises OSError and closes an end that can only receive; send_bytes then raises BrokenPipeError.</summary>
    [Test, CancelAfter(60_000)]
    public Task A_message_that_is_too_long_closes_the_end_of_a_one_way_pipe(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var (reader, writer) = Pipe.Create(duplex: false);
                writer.SendBytes([1, 2, 3]);
                try { reader.ReceiveBytes(2); } catch (IOException) { Console.WriteLine("too long"); }
                try { writer.SendBytes([1]); } catch (IOException) { Console.WriteLine("broken pipe"); }
                var (left, right) = Pipe.Create();
                right.SendBytes([1, 2, 3]);
                try { left.ReceiveBytes(2); } catch (IOException) { Console.WriteLine("too long"); }
                left.SendBytes([7]);
                Console.WriteLine(right.ReceiveBytes()[0]);
            }
        }
        """,
        "too long\nbroken pipe\ntoo long\n7",
        cancellation);

    /// <summary>CPython: apply_async takes any arguments and functions that return nothing; map_async gives all results in order.</summary>
    [Test, CancelAfter(60_000)]
    public Task A_pool_takes_tasks_of_any_form(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                using var pool = new ProcessPool();
                var none = pool.ApplyAsync(Seven);
                var two = pool.ApplyAsync(Add, 1, 2);
                var three = pool.ApplyAsync(Sum, 1, 2, 3);
                var nothing = pool.ApplyAsync(Nothing);
                var noted = pool.ApplyAsync(Note, 1);
                var squares = pool.MapAsync(Square, [1, 2, 3]);
                Console.WriteLine($"{none.Get()} {two.Get()} {three.Get()} {nothing.Get() is null} {noted.Get() is null} {nothing.IsSuccessful}");
                Console.WriteLine($"{string.Join(',', squares.Get())} {squares.IsReady} {squares.IsSuccessful} {squares.Wait(TimeSpan.FromDays(60))}");
                try { pool.MapAsync(Odd, [1, 2]).Get(); } catch (ArgumentException e) { Console.WriteLine(e.Message); }
            }

            private static int Seven() => 7;
            private static int Add(int a, int b) => a + b;
            private static int Sum(int a, int b, int c) => a + b + c;
            private static void Nothing() { }
            private static void Note(int n) { }
            private static int Square(int n) => n * n;
            private static int Odd(int n) => n % 2 == 1 ? n : throw new ArgumentException("even");
        }
        """,
        "7 3 6 True True True\n1,4,9 True True True\neven",
        cancellation);

    /// <summary>CPython: join(timeout=60 days) and wait with a timeout of years wait, as any other.</summary>
    [Test, CancelAfter(60_000)]
    public Task A_timeout_may_be_of_any_length(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var ready = new ProcessEvent();
                var child = ChildProcess.Create(Tell, ready);
                child.Start();
                Console.WriteLine($"{ready.Wait(TimeSpan.FromDays(60))} {child.Join(TimeSpan.FromDays(10_000_000))}");
                Console.WriteLine(child.Join(TimeSpan.MaxValue));
            }

            private static void Tell(ProcessEvent ready) => ready.Set();
        }
        """,
        "True True\nTrue",
        cancellation);

    /// <summary>CPython: a child that has put more than the pipe's buffer takes (64 KiB on Linux) does not end before it is read; join() hangs.</summary>
    [Test, CancelAfter(60_000)]
    public async Task Who_joins_before_draining_a_queue_hangs_by_hand_too(CancellationToken cancellation)
    {
        const string program = """
            public static class Scene
            {
                public static void Run()
                {
                    var queue = new ProcessQueue<string>();
                    var child = ChildProcess.Create(Fill, queue);
                    child.Start();
                    child.Join();
                    Console.WriteLine(queue.Get().Length);
                }

                private static void Fill(ProcessQueue<string> queue) => queue.Put(new string('x', 100_000));
            }
            """;
        // In a grading a scenario sets the buffer; this one sets none.
        if (IsLive)
            Assert.That(await DeadlocksAsync(program, cancellation), Does.Contain("its items in the queue to be taken"));
        else
            await PrintsAsync(program, "100000", cancellation);
    }
}
