namespace ExerciseKit.Tests.Semantics;

/// <summary>The line of semantics.md on the pool.</summary>
[TestFixture(Driver.Live)]
[TestFixture(Driver.Stepwise)]
public sealed class PoolTests(Driver driver) : SceneTests(driver)
{
    [Test, CancelAfter(60_000)]
    public Task Map_keeps_the_order_of_the_items(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                using var pool = new ProcessPool(2);
                Console.WriteLine(string.Join(", ", pool.Map(Square, [3, 1, 2])));
                Console.WriteLine(pool.Apply(Square, 5));
                Console.WriteLine(pool.Map(Square, new int[0]).Length);
            }

            private static int Square(int n)
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(30 * n));
                return n * n;
            }
        }
        """,
        "9, 1, 4\n25\n0",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task A_task_s_exception_is_thrown_again_with_the_worker_s_trace(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                using var pool = new ProcessPool(1);
                Show(() => pool.Apply(Fail, "overflow"));
                Show(() => pool.Apply(Fail, "argument"));
                Show(() => pool.Apply(Fail, "overdrawn"));
                Show(() => pool.Apply(Fail, "odd"));
                var result = pool.ApplyAsync(Fail, "none");
                Show(() => result.Get());
                Show(() => result.Get());
                Console.WriteLine($"{result.IsReady} {result.IsSuccessful}");
                Show(() => pool.Map(Fail, ["fine", "argument", "overflow"]));
                Console.WriteLine(pool.Apply(Fail, "fine"));
            }

            private static void Show(Action action)
            {
                try { action(); }
                catch (Exception e) { Console.WriteLine($"{e.GetType().Name}: {e.Message} {e.StackTrace!.Contains("Scene.Fail(String)")}"); }
            }

            private static int Fail(string how) => how switch
            {
                "overflow" => checked(int.MaxValue + how.Length),
                "argument" => throw new ArgumentOutOfRangeException("how", "It is out of range."),
                "overdrawn" => throw new OverdrawnException("No money is left."),
                "odd" => throw new OddException(3),
                "none" => throw new KeyNotFoundException(),
                _ => 1,
            };
        }

        public sealed class OverdrawnException(string message) : Exception(message);

        public sealed class OddException(int number) : Exception($"{number} is odd.");
        """,
        """
        OverflowException: Arithmetic operation resulted in an overflow. True
        ArgumentOutOfRangeException: It is out of range. (Parameter 'how') True
        OverdrawnException: No money is left. True
        RemoteTaskException: OddException: 3 is odd. True
        KeyNotFoundException: The given key was not present in the dictionary. True
        KeyNotFoundException: The given key was not present in the dictionary. True
        True False
        ArgumentOutOfRangeException: It is out of range. (Parameter 'how') True
        1
        """,
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task Waiting_with_patience_ends_in_time(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var gate = new ProcessLock();
                gate.Acquire();
                using var pool = new ProcessPool(1);
                var result = pool.ApplyAsync(Pass, gate);
                Console.WriteLine($"{result.IsReady} {result.Wait(TimeSpan.FromMilliseconds(20))} {result.Wait(TimeSpan.Zero)}");
                try { result.Get(TimeSpan.FromMilliseconds(20)); }
                catch (TimeoutException e) { Console.WriteLine(e.Message); }
                try { _ = result.IsSuccessful; }
                catch (InvalidOperationException e) { Console.WriteLine(e.Message); }
                gate.Release();
                result.Wait();
                Console.WriteLine($"{result.IsReady} {result.IsSuccessful} {result.Get(TimeSpan.Zero)} {result.Get()}");
            }

            private static string Pass(ProcessLock gate)
            {
                gate.Acquire();
                return "passed";
            }
        }
        """,
        """
        False False False
        Task 1 was not finished within 0.02 s. Wait longer, or ask IsReady first.
        IsSuccessful was asked of task 1, which is not finished. Wait for it, or ask IsReady first.
        True True passed passed
        """,
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task Misuse_is_an_error(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                Show(() => new ProcessPool(0));
                Show(() => new ProcessPool(-1));
                var pool = new ProcessPool(1);
                Show(pool.Join);
                Show(() => ChildProcess.Create(Take, pool).Start());
                Show(() => pool.Apply(n => n, 1));
                pool.Close();
                pool.Close();
                Show(() => pool.ApplyAsync(Same, 1));
                Show(() => pool.Map(Same, [1]));
                pool.Join();
                pool.Join();
                pool.Terminate();
                Show(() => pool.Apply(Same, 1));
                pool.Dispose();
            }

            private static int Same(int n) => n;

            private static void Take(ProcessPool pool) => pool.Close();

            private static void Show(Action action)
            {
                try { action(); }
                catch (Exception e) { Console.WriteLine($"{e.GetType().Name}: {e.Message.Split('\n')[0]}"); }
            }
        }
        """,
        """
        ArgumentOutOfRangeException: A pool needs at least one worker to do its tasks. (Parameter 'workers')
        ArgumentOutOfRangeException: A pool needs at least one worker to do its tasks. (Parameter 'workers')
        InvalidOperationException: Join was called while the pool is open, so its workers would never end. Call Close or Terminate first.
        CannotTravelException: argument 1 (pool) can't travel to another process: ExerciseKit.Multiprocessing.ProcessPool belongs to the process that made the pool. Use the pool there, and send what its tasks give.
        CannotTravelException: The target is a lambda or a local function with captured variables: its variables live in this process. Make it a static method, and hand it what it needs as arguments.
        InvalidOperationException: ApplyAsync was called after Close: the pool takes no more tasks. Hand in all tasks before.
        InvalidOperationException: Map was called after Close: the pool takes no more tasks. Hand in all tasks before.
        InvalidOperationException: ApplyAsync was called after Terminate: the pool takes no more tasks. Hand in all tasks before.
        """,
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task Workers_are_daemon_children_which_may_have_no_children(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var pool = new ProcessPool(1);
                Console.WriteLine(pool.Apply(Tell, CurrentProcess.Id));
                foreach (var worker in CurrentProcess.ActiveChildren)
                    Console.WriteLine($"{worker.Name} {worker.IsDaemon} {worker.IsAlive}");
                try { pool.Apply(Nest, 1); }
                catch (InvalidOperationException e) { Console.WriteLine(e.Message); }
                pool.Close();
                pool.Join();
                Console.WriteLine(CurrentProcess.ActiveChildren.Count);
            }

            private static string Tell(int parent) => $"{CurrentProcess.Name} {CurrentProcess.IsDaemon} {CurrentProcess.ParentId == parent}";

            private static int Nest(int n) => new ProcessPool(1).Apply(Nest, n);
        }
        """,
        """
        PoolWorker-1 True True
        PoolWorker-1 True True
        A daemon process may not start children: they would outlive it. Set IsDaemon to false, or start the child from its parent.
        0
        """,
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task Callbacks_run_in_the_parent_and_have_all_run_when_join_returns(CancellationToken cancellation) => PrintsOneOfAsync(
        """
        public static class Scene
        {
            private static string seen = "";

            public static void Run()
            {
                var pool = new ProcessPool(2);
                pool.ApplyAsync(Half, 2, half => seen += half, e => seen += "?");
                pool.ApplyAsync(Half, 3, half => seen += half, e => seen += e.Message);
                pool.Close();
                pool.Join();
                Console.WriteLine(seen);
            }

            private static int Half(int n) => n % 2 == 0 ? n / 2 : throw new ArgumentException("!");
        }
        """,
        ["1!", "!1"],
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task A_callback_runs_before_the_get_of_its_result_returns_and_never_inside_another(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                using var pool = new ProcessPool(1);
                var second = (PoolResult<int>?)null;
                var first = pool.ApplyAsync(Same, 1, n =>
                {
                    Console.WriteLine("first begins");
                    second = pool.ApplyAsync(Same, 2, m => Console.WriteLine("second"));
                    Console.WriteLine(pool.Apply(Same, 3));
                    Console.WriteLine("first ends");
                });
                Console.WriteLine($"got {first.Get()}");
                Console.WriteLine($"got {second!.Get()}");
            }

            private static int Same(int n) => n;
        }
        """,
        "first begins\n3\nfirst ends\ngot 1\nsecond\ngot 2",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task A_terminated_pool_drops_its_tasks_and_can_be_joined(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var gate = new ProcessLock();
                gate.Acquire();
                var pool = new ProcessPool(2);
                for (var i = 0; i < 3; i++)
                    pool.ApplyAsync(Pass, gate, n => Console.WriteLine("passed"));
                pool.Terminate();
                pool.Join();
                Console.WriteLine("over");
            }

            private static int Pass(ProcessLock gate)
            {
                gate.Acquire();
                return 1;
            }
        }
        """,
        "over",
        cancellation);

    [Test, CancelAfter(60_000)]
    public async Task An_exception_of_a_task_that_nobody_catches_ends_the_program(CancellationToken cancellation)
    {
        var ends = await EndsOfAsync(
            """
            public static class Scene
            {
                public static void Run()
                {
                    using var pool = new ProcessPool(2);
                    pool.Map(Fail, [1, 2]);
                }

                private static int Fail(int n) => throw new NotSupportedException($"not {n}");
            }
            """,
            cancellation);
        Assert.That(ends.Select(e => (e.ExitCode, e.Errors.Split('\n')[0])).Distinct(), Is.EqualTo(new[] { ((int?)1, "Unhandled exception. System.NotSupportedException: not 1") }));
        if (IsLive)
            Assert.That(ends.Single().Errors, Does.Contain("at Scene.Fail(Int32)").And.Contain("at Scene.Run()"));
    }

    [Test, CancelAfter(60_000)]
    public async Task A_task_whose_worker_has_ended_is_waited_for_in_vain(CancellationToken cancellation)
    {
        var told = await DeadlocksAsync(
            """
            public static class Scene
            {
                public static void Run() => new ProcessPool(1).Apply(Leave, 3);

                private static int Leave(int code)
                {
                    Environment.Exit(code);
                    return code;
                }
            }
            """,
            cancellation);
        Assert.That(told, Does.Contain("a task that was lost with its worker, PoolWorker-1").And.Contain("which has ended"));
    }

    /// <summary>CPython 3.11.7: the worker is replaced, the pool goes on, the lost task's result never comes, and close() with join() hangs.</summary>
    [Test, CancelAfter(60_000)]
    public Task A_worker_that_ends_is_replaced_and_only_its_task_is_lost(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                using var pool = new ProcessPool(1);
                var lost = pool.ApplyAsync(Leave, 3);
                Console.WriteLine($"{pool.Apply(Square, 4)} {lost.IsReady} {lost.Wait(TimeSpan.FromMilliseconds(20))}");
                Console.WriteLine(string.Join(", ", pool.Map(Square, [1, 2])));
                foreach (var worker in CurrentProcess.ActiveChildren)
                    Console.WriteLine($"{worker.Name} {worker.IsDaemon} {worker.IsAlive}");
            }

            private static int Leave(int code)
            {
                Environment.Exit(code);
                return code;
            }

            private static int Square(int n) => n * n;
        }
        """,
        "16 False False\n1, 4\nPoolWorker-2 True True",
        cancellation);

    /// <summary>CPython 3.11.7: a killed worker is replaced, idle or at work.</summary>
    [Test, CancelAfter(60_000)]
    public Task A_killed_worker_is_replaced(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                using var pool = new ProcessPool(1);
                var id = pool.Apply(Tell);
                var worker = CurrentProcess.ActiveChildren[0];
                worker.Kill();
                worker.Join();
                Console.WriteLine($"{worker.ExitCode} {pool.Apply(Tell) != id}");
                var second = CurrentProcess.ActiveChildren[0];
                second.Terminate();
                second.Join();
                Console.WriteLine($"{second.Name} {second.ExitCode} {pool.Apply(Tell) != second.Id}");
            }

            private static int Tell() => CurrentProcess.Id;
        }
        """,
        "-9 True\nPoolWorker-2 -15 True",
        cancellation);

    /// <summary>CPython 3.11.7: Pool.join() of a closed pool waits for the lost task, too; terminate() lets it go.</summary>
    [Test, CancelAfter(60_000)]
    public async Task Joining_a_closed_pool_whose_task_was_lost_hangs(CancellationToken cancellation)
    {
        var told = await DeadlocksAsync(
            """
            public static class Scene
            {
                public static void Run()
                {
                    var pool = new ProcessPool(1);
                    pool.ApplyAsync(Leave);
                    pool.ApplyAsync(Tell, "after");
                    pool.Close();
                    pool.Join();
                }

                private static void Leave() => Environment.Exit(1);

                private static void Tell(string text) => Console.WriteLine(text);
            }
            """,
            cancellation);
        Assert.That(told, Does.Contain("ProcessPool.Join").And.Contain("a task that was lost with its worker, PoolWorker-1"));
    }

    /// <summary>CPython 3.11.7: the same, and join() returns after terminate().</summary>
    [Test, CancelAfter(60_000)]
    public Task A_pool_whose_task_was_lost_can_be_terminated_and_joined(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var pool = new ProcessPool(2);
                pool.ApplyAsync(Leave);
                Console.WriteLine(pool.Apply(Seven));
                pool.Terminate();
                pool.Join();
                Console.WriteLine(CurrentProcess.ActiveChildren.Count);
            }

            private static void Leave() => Environment.Exit(1);

            private static int Seven() => 7;
        }
        """,
        "7\n0",
        cancellation);

    /// <summary>CPython 3.11.7: each worker runs the initializer once, before its first task; one in place of another runs it again.</summary>
    [Test, CancelAfter(60_000)]
    public Task Each_worker_runs_the_initializer_before_its_first_task(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            private static int factor = 1;
            private static ProcessLock? gate;

            public static void Run()
            {
                var gate = new ProcessLock();
                using (var pool = ProcessPool.Create(1, Begin, gate, 10))
                {
                    Console.WriteLine(string.Join(", ", pool.Map(Times, [1, 2, 3])));
                    pool.ApplyAsync(Leave);
                    Console.WriteLine(pool.Apply(Times, 4));
                }
                using (var plain = ProcessPool.Create(1, Hello))
                    Console.WriteLine(plain.Apply(Times, 5));
                var (left, _) = Pipe.Create();
                try { ProcessPool.Create(1, Take, left); }
                catch (CannotTravelException e) { Console.WriteLine(e.Message); }
            }

            private static void Begin(ProcessLock ofAll, int by)
            {
                (gate, factor) = (ofAll, by);
                Console.WriteLine("begins");
            }

            private static void Hello() => Console.WriteLine("hello");

            private static void Take(Connection end) { }

            private static void Leave() => Environment.Exit(0);

            private static int Times(int n)
            {
                gate?.Acquire();
                try { return factor * n; }
                finally { gate?.Release(); }
            }
        }
        """,
        """
        begins
        10, 20, 30
        begins
        40
        hello
        5
        An argument of the initializer holds a Connection, and a pipe's end can't go there. Hand it to a ChildProcess as an argument, or send it through a queue or a pipe.
        """,
        cancellation);

    /// <summary>CPython 3.11.7 starts one worker after the other without end, each with its traceback; here it is told that nobody can go on.</summary>
    [Test, CancelAfter(60_000)]
    public async Task A_worker_that_ends_in_the_initializer_is_not_replaced(CancellationToken cancellation)
    {
        var told = await DeadlocksAsync(
            """
            public static class Scene
            {
                public static void Run() => ProcessPool.Create(1, Fail, 3).Apply(Seven);

                private static void Fail(int n) => throw new InvalidOperationException($"no {n}");

                private static int Seven() => 7;
            }
            """,
            cancellation);
        Assert.That(told, Does.Contain("InvalidOperationException: no 3"));
    }
}
