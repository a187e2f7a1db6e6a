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
}
